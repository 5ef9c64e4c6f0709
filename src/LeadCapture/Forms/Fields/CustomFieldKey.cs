namespace LeadCapture.Forms.Fields;

/// The names of Reply.io's custom fields, which it compares without case.
public static class CustomFieldKey
{
    public static bool IsKey(this string key, string other) => key.Equals(other, StringComparison.OrdinalIgnoreCase);
}
