namespace LeadCapture.Sandbox;

/// <summary>Somebody whom no caller may be shown: easy to find wherever it appears.</summary>
internal static class OtherPerson
{
    public static SandboxResponse Of(int version, DateTimeOffset now)
    {
        var contact = Contact.New(1, now.AddYears(-2)) with
        {
            Texts = new Dictionary<string, string>
            {
                ["email"] = "someone.else@example.com",
                ["firstName"] = "Someone",
                ["lastName"] = "Else",
                ["phone"] = "+1-415-555-0199",
                ["linkedInUrl"] = "https://www.linkedin.com/in/someone-else",
                ["notes"] = "Nobody else's business",
            },
        };
        return SandboxResponse.Of(contact, 201, version) with { ContactId = null };
    }
}
