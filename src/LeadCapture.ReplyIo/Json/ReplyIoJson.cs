using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LeadCapture.ReplyIo.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(TextConverter), typeof(IdConverter), typeof(NumberConverter), typeof(FlagConverter), typeof(DateConverter),
        typeof(ExtensibleEnumConverter<CompanySize>), typeof(ExtensibleEnumConverter<PhoneStatus>),
        typeof(NewContactConverter), typeof(ContactChangesConverter), typeof(CustomFieldConverter),
        typeof(SequenceMembershipConverter), typeof(ListMembershipConverter),
        typeof(ListConverter<CustomField>), typeof(ListConverter<SequenceMembership>), typeof(ListConverter<ListMembership>),
    ])]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(NewContact))]
[JsonSerializable(typeof(ContactFilter))]
[JsonSerializable(typeof(ContactChanges))]
[JsonSerializable(typeof(ContactIdOrder))]
[JsonSerializable(typeof(EnrollmentOrder))]
[JsonSerializable(typeof(KeyOwner))]
internal sealed partial class ReplyIoJson : JsonSerializerContext
{
    /// <summary>Null where the text is not what was asked for.</summary>
    public static T? Read<T>(string? json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
