using System.Globalization;
using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>The body of a call that puts contacts somewhere, read as strictly as a contact.</summary>
internal sealed class MembershipInput
{
    private const int MostContacts = 10_000;

    private MembershipInput()
    {
    }

    public List<int> ContactIds { get; } = [];

    public bool RemoveFromExisting { get; private set; }

    public int? StartStepId { get; private set; }

    public List<FieldError> Errors { get; } = [];

    public static MembershipInput Read(JsonElement body, bool isEnrollment)
    {
        var input = new MembershipInput();
        foreach (var member in body.EnumerateObject())
        {
            if (member.Name == "contactIds")
                input.ReadContactIds(member.Value);
            else if (!isEnrollment || !input.ReadEnrollment(member))
                input.Wrong("/" + member.Name.Replace("~", "~0").Replace("/", "~1"), "is not a member of this request");
        }

        if (!body.TryGetProperty("contactIds", out _))
            input.Wrong("/contactIds", "is missing");
        return input;
    }

    /// <returns>The first contact, for the list of calls; null where the body names none.</returns>
    public static int? FirstContactOf(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("contactIds", out var ids) &&
        ids.ValueKind == JsonValueKind.Array && ids.GetArrayLength() > 0 && TryGetId(ids[0], out var id) ? id : null;

    private void ReadContactIds(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MostContacts)
        {
            Wrong("/contactIds", "must be an array of 1 to 10,000 contact ids");
            return;
        }

        foreach (var (place, entry) in value.EnumerateArray().Index())
            if (TryGetId(entry, out var id))
                ContactIds.Add(id);
            else
                Wrong($"/contactIds/{place}", "must be a positive integer");
    }

    private bool ReadEnrollment(JsonProperty member)
    {
        switch (member.Name, member.Value.ValueKind)
        {
            case ("removeFromExisting", JsonValueKind.True or JsonValueKind.False):
                RemoveFromExisting = member.Value.GetBoolean();
                return true;
            case ("startStepId", JsonValueKind.Number) when TryGetId(member.Value, out var step):
                StartStepId = step;
                return true;
            case ("ignoreStepDelay", JsonValueKind.True or JsonValueKind.False) or ("startStepId" or "startFrom", JsonValueKind.Null):
                return true;
            case ("startFrom", JsonValueKind.String) when JsonText.TryGet(member.Value, out var date) && IsDate(date):
                return true;
            case ("removeFromExisting" or "startStepId" or "ignoreStepDelay" or "startFrom", _):
                Wrong("/" + member.Name, "has the wrong type");
                return true;
            default:
                return false;
        }
    }

    private static bool IsDate(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static bool TryGetId(JsonElement value, out int id)
    {
        id = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out id) && id > 0;
    }

    public void Wrong(string pointer, string detail) => Errors.Add(new(pointer, detail));
}
