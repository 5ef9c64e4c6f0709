using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>Writes a contact as v4 and v3 answer it.</summary>
internal static class ContactJson
{
    private static readonly string[] Person = ["email", "firstName", "lastName", "title", "company"];
    private static readonly string[] Place = ["city", "state", "country", "timeZoneId", "phone"];
    private static readonly string[] Links =
        ["linkedInUrl", "linkedInSalesNavigatorUrl", "linkedInRecruiterUrl", "industry", "notes"];

    public static string Text(Contact contact) =>
        Encoding.UTF8.GetString(SandboxResponse.Json(200, json => Write(json, contact, 4)).Body.Span);

    public static void Write(Utf8JsonWriter json, Contact contact, int version)
    {
        json.WriteStartObject();
        json.WriteNumber("id", contact.Id);
        WriteTexts(json, contact, Person);
        json.WriteString("domain", contact["email"]?.Split('@')[^1]);
        json.WriteString("companySize", contact["companySize"] ?? "Empty");
        WriteTexts(json, contact, Place);
        // Live v3 writes this enum in camel case and the one above not.
        json.WriteString("phoneStatus", version == 3 ? "notValidated" : "NotValidated");
        WriteTexts(json, contact, Links);
        json.WriteNumber("ownerUserId", 42);
        WriteNumber(json, "accountId", contact.AccountId);
        json.WriteBoolean("isOptedOut", contact.IsOptedOut);
        json.WriteString("addingDate", WithOffset(contact.Added));
        json.WriteString("createdAt", WithoutOffset(contact.Added));
        json.WriteString("lastModifiedAt", WithoutOffset(contact.Modified));
        WriteCustomFields(json, contact);
        if (version == 4)
            WriteMembership(json, contact);
        json.WriteEndObject();
    }

    public static void WriteSequencesOfV3(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartArray();
        foreach (var (place, since, step) in Membership.SequencesOf(contact))
        {
            json.WriteStartObject();
            json.WriteNumber("sequenceId", place.Id);
            json.WriteString("sequenceName", place.Name);
            json.WriteString("statusInSequence", "Active");
            json.WriteStartObject("currentStep");
            json.WriteNumber("stepId", place.StepId(step));
            json.WriteString("displayName", $"Step {step}");
            json.WriteEndObject();
            json.WriteString("addingDate", WithOffset(since));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteListsOfV3(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartArray();
        foreach (var place in Membership.ListsOf(contact))
        {
            json.WriteStartObject();
            json.WriteNumber("id", place.Id);
            json.WriteString("name", place.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembership(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartArray("sequences");
        foreach (var (place, since, step) in Membership.SequencesOf(contact))
        {
            json.WriteStartObject();
            json.WriteNumber("sequenceId", place.Id);
            json.WriteString("sequenceName", place.Name);
            json.WriteString("status", "Active");
            json.WriteNumber("currentStep", step);
            json.WriteString("addingDate", WithOffset(since));
            WriteNumber(json, "emailAccountId", place.EmailAccountId);
            json.WriteNull("linkedInAccountId");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lists");
        foreach (var place in Membership.ListsOf(contact))
        {
            json.WriteStartObject();
            json.WriteNumber("listId", place.Id);
            json.WriteString("listName", place.Name);
            json.WriteBoolean("isShared", place.IsShared);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCustomFields(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartArray("customFields");
        foreach (var (key, value) in contact.CustomFields)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, Contact contact, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            json.WriteString(name, contact[name]);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static string WithOffset(DateTimeOffset date) =>
        date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static string WithoutOffset(DateTimeOffset date) =>
        date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
