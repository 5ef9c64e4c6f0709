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

    public static SandboxResponse CustomFields(IReadOnlyList<string> titles) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartArray();
        for (var index = 0; index < titles.Count; index++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            json.WriteString("title", titles[index]);
            json.WriteString("fieldType", "text");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static SandboxResponse Sequences() => SandboxResponse.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var sequence in (SequencePlace[])[Membership.Welcome, Membership.DecisionMakers])
        {
            json.WriteStartObject();
            json.WriteNumber("id", sequence.Id);
            json.WriteString("name", sequence.Name);
            json.WriteString("status", "Active");
            json.WriteBoolean("isArchived", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("hasMore", false);
        json.WriteEndObject();
    });
}
