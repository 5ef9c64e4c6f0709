namespace LeadCapture.Sandbox;

/// <summary>What v3 says about the account.</summary>
internal static class AccountJson
{
    public static SandboxResponse WhoAmI() => SandboxResponse.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", 42);
        json.WriteString("email", "sandbox@example.com");
        json.WriteString("firstName", "Sandbox");
        json.WriteString("lastName", "User");
        json.WriteEndObject();
    });

    public static SandboxResponse CustomFields(IReadOnlyList<CustomFieldPlace> fields) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartArray();
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteNumber("id", field.Id);
            json.WriteString("title", field.Title);
            json.WriteString("fieldType", field.IsNumber ? "number" : "text");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static SandboxResponse Sequences(Paging page) => page.Answer([Membership.Welcome, Membership.DecisionMakers], (json, sequence) =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", sequence.Id);
        json.WriteString("name", sequence.Name);
        json.WriteString("status", "Active");
        json.WriteBoolean("isArchived", false);
        json.WriteEndObject();
    });
}
