namespace LeadCapture.Sandbox;

/// <summary>A custom field that is added, renamed or removed, as it is ordered over HTTP.</summary>
internal static class CustomFieldOrder
{
    /// <returns>What is wrong with the order; null where it is done.</returns>
    public static FieldError? Read(Func<string, string?> value, SandboxState state)
    {
        switch (value("title"), value("to"))
        {
            case (null, null):
                return new("/title", "is missing");
            case (null, { } added):
                state.AddCustomField(added, value("type") == "number");
                return null;
            case ({ } title, var to):
                return state.RenameCustomField(title, to) ? null : new("/title", "there is no such field, or one with the new name already");
        }
    }
}
