using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

/// <summary>Reads the names of v4 and of v3, writes those of v4 (and <c>currentStepName</c>, which v4 does not have).</summary>
internal sealed class SequenceMembershipConverter : JsonConverter<SequenceMembership>
{
    public override SequenceMembership Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var membership = new SequenceMembership();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            membership = With(membership, name, ref reader);
        }

        return membership;
    }

    private static SequenceMembership With(SequenceMembership membership, string? name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "sequenceId" or "id": return membership with { SequenceId = reader.Number() ?? membership.SequenceId };
            case "sequenceName" or "name": return membership with { SequenceName = reader.Text() ?? membership.SequenceName };
            case "status" or "statusInSequence":
                return membership with { Status = reader.Open<MembershipStatus>() ?? membership.Status };
            case "currentStep" when reader.TokenType == JsonTokenType.StartObject:
                return membership with { CurrentStepName = StepName(ref reader) };
            case "currentStep": return membership with { CurrentStep = reader.Number() };
            case "currentStepName": return membership with { CurrentStepName = reader.Text() };
            case "addingDate": return membership with { AddingDate = reader.Date() };
            case "emailAccountId": return membership with { EmailAccountId = reader.Long() };
            case "linkedInAccountId": return membership with { LinkedInAccountId = reader.Long() };
            default:
                reader.Skip();
                return membership;
        }
    }

    private static string? StepName(ref Utf8JsonReader reader)
    {
        string? display = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isName = reader.ValueTextEquals("displayName"u8);
            reader.Read();
            if (isName)
                display = reader.Text();
            else
                reader.Skip();
        }

        return display;
    }

    public override void Write(Utf8JsonWriter writer, SequenceMembership value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteIfPresent("sequenceId"u8, value.SequenceId);
        writer.WriteIfPresent("sequenceName"u8, value.SequenceName);
        writer.WriteIfPresent("status"u8, value.Status?.Text);
        writer.WriteIfPresent("currentStep"u8, value.CurrentStep);
        writer.WriteIfPresent("currentStepName"u8, value.CurrentStepName);
        writer.WriteIfPresent("addingDate"u8, value.AddingDate?.Text);
        writer.WriteIfPresent("emailAccountId"u8, value.EmailAccountId);
        writer.WriteIfPresent("linkedInAccountId"u8, value.LinkedInAccountId);
        writer.WriteEndObject();
    }
}
