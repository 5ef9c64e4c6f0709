using System.Globalization;
using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>What Reply.io offers about lists and sequences of contacts. None of it is all or nothing: each contact has its own answer.</summary>
internal sealed class MembershipApi(Account account, Enrollments enrollments)
{
    public SandboxResponse Enroll(Call call, ScenePlan plan)
    {
        if (account.Sequence(call.Route.Id) is not { } sequence)
            return SandboxResponse.Problem(404, "Not Found", "There is no such sequence.");
        // Its code is a guess: no page says how an archived sequence is refused.
        if (sequence.State == SequenceState.Archived)
            return SandboxResponse.Problem(400, "Bad Request", "The sequence is archived.", "sequence.archived");

        var input = MembershipInput.Read(call.Json!.Value, isEnrollment: true);
        var step = input.StartStepId is { } id ? sequence.StepNumber(id) : 1;
        if (step is null)
            input.Wrong("/startStepId", "is no step of this sequence");
        if (input.Errors.Count > 0)
            return SandboxResponse.Invalid(input.Errors);

        var refusals = input.ContactIds.Distinct().ToDictionary(contact => contact, contact =>
            Refusal(plan) ?? enrollments.Enroll(contact, sequence, step!.Value, input.RemoveFromExisting));
        return Answer(input, json =>
        {
            json.WriteStartObject();
            WriteIds(json, "added", refusals.Where(one => one.Value is null).Select(one => one.Key));
            json.WritePropertyName("notProcessed");
            WriteFailed(json, refusals);
            json.WriteEndObject();
        });
    }

    public SandboxResponse Unenroll(Call call)
    {
        if (account.Sequence(call.Route.Id) is null)
            return SandboxResponse.Problem(404, "Not Found", "There is no such sequence.");

        var input = MembershipInput.Read(call.Json!.Value, isEnrollment: false);
        if (input.Errors.Count > 0)
            return SandboxResponse.Invalid(input.Errors);

        var outcomes = input.ContactIds.Distinct().ToDictionary(contact => contact, contact => enrollments.Unenroll(contact, call.Route.Id));
        return Answer(input, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("requested", outcomes.Count);
            json.WriteNumber("removed", outcomes.Values.Count(removed => removed == true));
            json.WriteNumber("notFound", outcomes.Values.Count(removed => removed is null));
            json.WriteNumber("notInSequence", outcomes.Values.Count(removed => removed == false));
            WriteIds(json, "removedIds", outcomes.Where(one => one.Value == true).Select(one => one.Key));
            json.WriteEndObject();
        });
    }

    public SandboxResponse AddToList(Call call, ScenePlan plan)
    {
        if (account.List(call.Route.Id) is not { } list)
            return SandboxResponse.Problem(404, "Not Found", "There is no such contact list.");

        var input = MembershipInput.Read(call.Json!.Value, isEnrollment: false);
        if (input.Errors.Count > 0)
            return SandboxResponse.Invalid(input.Errors);

        // Reply.io knows one error here, and writes it as a number.
        var refusals = input.ContactIds.Distinct().ToDictionary(contact => contact, contact =>
            Refusal(plan) ?? (enrollments.AddToList(contact, list) ? null : "8"));
        return Answer(input, json => WriteFailed(json, refusals));
    }

    private static string? Refusal(ScenePlan plan) => plan.Scene == Scene.NotProcessed ? plan.Field ?? "forbidden" : null;

    private static SandboxResponse Answer(MembershipInput input, Action<Utf8JsonWriter> write) =>
        SandboxResponse.Json(200, write) with { ContactId = input.ContactIds is [var only] ? only : null };

    private static void WriteIds(Utf8JsonWriter json, string name, IEnumerable<int> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteNumberValue(id);
        json.WriteEndArray();
    }

    private static void WriteFailed(Utf8JsonWriter json, Dictionary<int, string?> refusals)
    {
        json.WriteStartObject();
        foreach (var (contact, error) in refusals)
        {
            if (error is null)
                continue;

            json.WriteStartObject(contact.ToString(CultureInfo.InvariantCulture));
            if (int.TryParse(error, CultureInfo.InvariantCulture, out var number))
                json.WriteNumber("error", number);
            else
                json.WriteString("error", error);
            json.WriteString("errorDetails", $"Contact {contact} was not processed.");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
