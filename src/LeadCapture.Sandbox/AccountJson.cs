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

    public static SandboxResponse Sequences(IReadOnlyList<SequencePlace> sequences, Paging page) => page.Answer(sequences, (json, sequence) =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", sequence.Id);
        json.WriteString("name", sequence.Name);
        // An archived sequence keeps a status of its own.
        json.WriteString("status", sequence.State == SequenceState.Active ? "Active" : "Paused");
        json.WriteBoolean("isArchived", sequence.State == SequenceState.Archived);
        json.WriteEndObject();
    });

    public static SandboxResponse Lists(IReadOnlyList<ListPlace> lists, Paging page) => page.Answer(lists, (json, list) =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", list.Id);
        json.WriteString("name", list.Name);
        json.WriteBoolean("isShared", list.IsShared);
        json.WriteEndObject();
    });
}
