using System.Collections.Frozen;
using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>Reads a contact strictly, so that a mistake of the app shows here and not first at Reply.io.</summary>
internal sealed class ContactReader(bool isChange, Func<int, string?> customFieldTitle)
{
    private static readonly FrozenSet<string> TextNames = FrozenSet.Create(
        "email", "firstName", "lastName", "phone", "phone2", "title", "company", "companySize", "industry", "city", "state",
        "country", "timeZoneId", "linkedInUrl", "linkedInSalesNavigatorUrl", "linkedInRecruiterUrl", "notes");

    private static readonly FrozenSet<string> CompanySizes = FrozenSet.Create(
        "Empty", "SelfEmployed", "Ten", "Fifty", "TwoHundred", "FiveHundred", "OneThousand", "FiveThousand", "TenThousand",
        "OverTenThousand");

    private readonly ContactInput input = new();

    public ContactInput Read(JsonElement body)
    {
        foreach (var member in body.EnumerateObject())
        {
            if (TextNames.Contains(member.Name))
                ReadText(member.Name, member.Value);
            else if (member.Name == "accountId")
                ReadAccountId(member.Value);
            else if (member.Name == "customFields")
                ReadCustomFields(member.Value);
            else
                Wrong("/" + Escaped(member.Name), "is not a member of this request");
        }

        return input;
    }

    private void ReadText(string name, JsonElement value)
    {
        var text = Text("/" + name, value, isChange);
        input.Texts[name] = text;
        if (text is null)
            return;

        if (name == "email" && !TextFormat.IsEmail(text))
            Wrong("/email", "is not an email address");
        if (name == "companySize" && !CompanySizes.Contains(text))
            Wrong("/companySize", "is none of " + string.Join(", ", CompanySizes));
        if (name.EndsWith("Url", StringComparison.Ordinal) && !TextFormat.IsUrl(text))
            Wrong("/" + name, "is not an absolute http or https address");
    }

    private void ReadAccountId(JsonElement value)
    {
        input.HasAccountId = true;
        if (value.ValueKind == JsonValueKind.Null)
            return;

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var id) && id > 0)
            input.AccountId = id;
        else
            Wrong("/accountId", "must be a positive integer or null");
    }

    private void ReadCustomFields(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong("/customFields", "must be an array");
            return;
        }

        var index = 0;
        foreach (var entry in value.EnumerateArray())
            ReadCustomField($"/customFields/{index++}", entry);
    }

    private void ReadCustomField(string pointer, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            Wrong(pointer, "must be an object");
            return;
        }

        string? key = null, value = null;
        var keyName = isChange ? "name" : "key";
        foreach (var member in entry.EnumerateObject())
        {
            if (member.Name == keyName)
                key = Text($"{pointer}/{keyName}", member.Value, false);
            else if (isChange && member.Name == "id")
                key = TitleOf($"{pointer}/id", member.Value);
            else if (member.Name == "value")
                value = Text($"{pointer}/value", member.Value, isChange);
            else
                Wrong($"{pointer}/{Escaped(member.Name)}", "is not a member of a custom field");
        }

        RequireMembers(pointer, keyName, entry);
        if (key is { Length: > 90 })
            Wrong($"{pointer}/{keyName}", "has more than 90 characters");
        if (key is not null)
            input.CustomFields.Add(new(key, value));
    }

    private void RequireMembers(string pointer, string keyName, JsonElement entry)
    {
        if (!entry.TryGetProperty(keyName, out _) && !(isChange && entry.TryGetProperty("id", out _)))
            Wrong($"{pointer}/{keyName}", "is missing");
        if (!entry.TryGetProperty("value", out _))
            Wrong($"{pointer}/value", "is missing");
    }

    private string? TitleOf(string pointer, JsonElement id)
    {
        var title = id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? customFieldTitle(number) : null;
        if (title is null)
            Wrong(pointer, "is no custom field");
        return title;
    }

    private string? Text(string pointer, JsonElement value, bool mayBeNull)
    {
        if (value.ValueKind == JsonValueKind.Null && mayBeNull)
            return null;

        if (value.ValueKind != JsonValueKind.String)
            return Wrong(pointer, "must be a string");

        // GetString throws on half a surrogate pair, which JSON allows to escape.
        if (!JsonText.TryGet(value, out var text))
            return Wrong(pointer, "is not valid text");

        return string.IsNullOrWhiteSpace(text) ? Wrong(pointer, "must not be empty; leave it out") : text;
    }

    private string? Wrong(string pointer, string detail)
    {
        input.Errors.Add(new(pointer, detail));
        return null;
    }

    private static string Escaped(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
