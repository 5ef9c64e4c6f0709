using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>The state of the sandbox for programs.</summary>
internal static class ControlJson
{
    public static SandboxResponse State(SandboxState state) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("received", state.Received);
        json.WriteNumber("created", state.Created);
        json.WriteNumber("distinct", state.Distinct);
        json.WriteNumber("doubled", state.Doubled);
        json.WriteNumber("rejected", state.Rejected);
        json.WriteNumber("enrolled", state.Enrolled);
        json.WriteNumber("doubledEnrollments", state.DoubledEnrollments);
        json.WriteString("duplicates", state.Duplicates.ToString());
        json.WriteStartArray("scenes");
        foreach (var plan in state.Scenes)
            Write(json, plan);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static SandboxResponse Calls(IReadOnlyList<ReceivedCall> calls) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartArray();
        foreach (var call in calls)
            Write(json, call);
        json.WriteEndArray();
    });

    public static SandboxResponse Contacts(IReadOnlyList<Contact> contacts) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartArray();
        foreach (var contact in contacts)
        {
            json.WriteStartObject();
            json.WriteNumber("id", contact.Id);
            json.WriteString("email", contact["email"]);
            json.WriteString("linkedInUrl", contact["linkedInUrl"]);
            json.WriteNumber("createdTimes", contact.CreatedTimes);
            json.WritePropertyName("contact");
            ContactJson.Write(json, contact, 4);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static SandboxResponse Enrollments(IReadOnlyList<StoredEnrollment> enrollments) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartArray();
        foreach (var enrollment in enrollments)
        {
            json.WriteStartObject();
            json.WriteNumber("sequenceId", enrollment.SequenceId);
            json.WriteNumber("contactId", enrollment.ContactId);
            json.WriteString("email", enrollment.Email);
            json.WriteNumber("times", enrollment.Times);
            json.WriteString("since", enrollment.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ScenePlan plan)
    {
        json.WriteStartObject();
        json.WriteString("scene", plan.Scene.ToString());
        WriteNumber(json, "calls", plan.Calls);
        json.WriteString("reach", plan.Reach.ToString());
        json.WriteString("email", plan.OnlyEmail);
        json.WriteString("field", plan.Field);
        json.WriteString("delay", plan.Delay?.ToString());
        json.WriteString("retryAfter", plan.RetryAfter?.ToString());
        json.WriteBoolean("bare", plan.Bare);
        json.WriteString("garbled", plan.Garbled.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReceivedCall call)
    {
        json.WriteStartObject();
        json.WriteString("at", call.At);
        if (call.DoneAt is { } done)
            json.WriteString("doneAt", done);
        json.WriteString("method", call.Method);
        json.WriteString("path", call.Path);
        json.WriteNumber("status", call.Status);
        json.WriteString("scene", call.Scene.ToString());
        json.WriteString("contact", call.Contact);
        WriteNumber(json, "contactId", call.ContactId);
        json.WriteString("body", call.Body);
        json.WriteStartObject("headers");
        foreach (var (name, value) in call.Headers)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
