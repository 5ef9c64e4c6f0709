using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

/// <summary>Reply.io takes "" as "make it empty": only what was given is written.</summary>
internal sealed class NewContactConverter : JsonConverter<NewContact>
{
    public override NewContact? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A contact is a JSON object");

        var contact = new NewContact();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            contact = With(contact, name, ref reader, options);
        }

        return contact;
    }

    private static NewContact With(NewContact contact, string? name, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        switch (name)
        {
            case "email": return contact with { Email = reader.Text() };
            case "firstName": return contact with { FirstName = reader.Text() };
            case "lastName": return contact with { LastName = reader.Text() };
            case "phone": return contact with { Phone = reader.Text() };
            case "phone2": return contact with { Phone2 = reader.Text() };
            case "title": return contact with { Title = reader.Text() };
            case "company": return contact with { Company = reader.Text() };
            case "companySize": return contact with { CompanySize = reader.Text() };
            case "industry": return contact with { Industry = reader.Text() };
            case "city": return contact with { City = reader.Text() };
            case "state": return contact with { State = reader.Text() };
            case "country": return contact with { Country = reader.Text() };
            case "timeZoneId": return contact with { TimeZoneId = reader.Text() };
            case "linkedInUrl": return contact with { LinkedInUrl = reader.Text() };
            case "linkedInSalesNavigatorUrl": return contact with { LinkedInSalesNavigatorUrl = reader.Text() };
            case "linkedInRecruiterUrl": return contact with { LinkedInRecruiterUrl = reader.Text() };
            case "notes": return contact with { Notes = reader.Text() };
            case "accountId": return contact with { AccountId = reader.Number() };
            case "customFields":
                return contact with
                {
                    CustomFields = JsonSerializer.Deserialize(ref reader, ReplyIoJson.Default.IReadOnlyListCustomField),
                };
            default:
                reader.Skip();
                return contact;
        }
    }

    public override void Write(Utf8JsonWriter writer, NewContact value, JsonSerializerOptions options) => Write(writer, value, "key"u8);

    /// <param name="writer">Where to.</param>
    /// <param name="value">The contact.</param>
    /// <param name="keyName">Member of a custom field that carries its name: a create and an update call it differently.</param>
    public static void Write(Utf8JsonWriter writer, NewContact value, ReadOnlySpan<byte> keyName)
    {
        writer.WriteStartObject();
        writer.WriteIfPresent("email"u8, value.Email);
        writer.WriteIfPresent("firstName"u8, value.FirstName);
        writer.WriteIfPresent("lastName"u8, value.LastName);
        writer.WriteIfPresent("phone"u8, value.Phone);
        writer.WriteIfPresent("phone2"u8, value.Phone2);
        writer.WriteIfPresent("title"u8, value.Title);
        writer.WriteIfPresent("company"u8, value.Company);
        writer.WriteIfPresent("companySize"u8, value.CompanySize);
        writer.WriteIfPresent("industry"u8, value.Industry);
        writer.WriteIfPresent("city"u8, value.City);
        writer.WriteIfPresent("state"u8, value.State);
        writer.WriteIfPresent("country"u8, value.Country);
        writer.WriteIfPresent("timeZoneId"u8, value.TimeZoneId);
        writer.WriteIfPresent("linkedInUrl"u8, value.LinkedInUrl);
        writer.WriteIfPresent("linkedInSalesNavigatorUrl"u8, value.LinkedInSalesNavigatorUrl);
        writer.WriteIfPresent("linkedInRecruiterUrl"u8, value.LinkedInRecruiterUrl);
        writer.WriteIfPresent("notes"u8, value.Notes);
        writer.WriteIfPresent("accountId"u8, value.AccountId);
        WriteCustomFields(writer, value.CustomFields, keyName);
        writer.WriteEndObject();
    }

    private static void WriteCustomFields(Utf8JsonWriter writer, IReadOnlyList<CustomField>? fields, ReadOnlySpan<byte> keyName)
    {
        var begun = false;
        foreach (var field in fields ?? [])
        {
            if (string.IsNullOrWhiteSpace(field.Key) || string.IsNullOrWhiteSpace(field.Value))
                continue;
            if (!begun)
                writer.WriteStartArray("customFields"u8);
            begun = true;
            CustomFieldConverter.Write(writer, field, keyName);
        }

        if (begun)
            writer.WriteEndArray();
    }
}
