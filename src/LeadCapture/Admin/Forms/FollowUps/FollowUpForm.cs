using System.Globalization;
using LeadCapture.Forms;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// What is typed on the page that says what follows a contact.
public sealed class FollowUpForm
{
    public string Existing { get; init; } = "";
    public string Sequence { get; init; } = "";
    public string StartStep { get; init; } = "";
    public List<string> Lists { get; init; } = [];

    /// Numbers of lists that are typed, because Reply.io's are not known.
    public string MoreLists { get; init; } = "";

    public string Delay { get; init; } = "";
    public bool BusinessHours { get; init; }
    public string InOtherSequence { get; init; } = "";
    public List<RuleForm> Rules { get; init; } = [];

    public static FollowUpForm Of(FormDefinition form)
    {
        var after = form.AfterDelivery ?? AfterDelivery.Nothing;
        return new()
        {
            Existing = form.ExistingContact.ToString(),
            Sequence = Ids.Write(after.SequenceId),
            StartStep = Ids.Write(after.StartStepId),
            Lists = [.. after.ListIds.Select(id => Ids.Write(id))],
            Delay = after.DelayMinutes.ToString(InvariantCulture),
            BusinessHours = after.BusinessHours,
            InOtherSequence = after.InOtherSequence.ToString(),
            Rules = [.. after.Rules.Select((rule, index) => RuleForm.Of(rule, index, form))],
        };
    }

    /// The form with what was typed. What cannot be read is told by the name of its input.
    public FormDefinition Change(FormDefinition form, Action<string, string> wrong)
    {
        var after = new AfterDelivery
        {
            SequenceId = Ids.Read(Sequence, problem => wrong("sequence", problem)),
            StartStepId = Ids.Read(StartStep, problem => wrong("startStep", problem)),
            ListIds = Ids.ReadAll(Lists, MoreLists, problem => wrong("lists", problem)),
            DelayMinutes = ReadDelay(wrong),
            BusinessHours = BusinessHours,
            InOtherSequence = Enum.TryParse<OtherSequence>(InOtherSequence, out var other) && Enum.IsDefined(other) ? other : default,
            Rules = [.. Rules.Select((rule, index) => rule.Read(form, (input, problem) => wrong($"rules[{index}].{input}", problem)))],
        };
        return form with
        {
            ExistingContact = Enum.TryParse<ExistingContact>(Existing, out var existing) && Enum.IsDefined(existing)
                ? existing
                : form.ExistingContact,
            AfterDelivery = Sequence.Trim() == "" && after is { ListIds: [], Rules: [] } ? null : after,
        };
    }

    /// The input that shows what stands at this place of a definition.
    public static string InputOf(string place)
    {
        var name = place.Replace("afterDelivery.", "", StringComparison.Ordinal);
        return name.Replace("sequenceId", "sequence", StringComparison.Ordinal).Replace("startStepId", "startStep", StringComparison.Ordinal)
            .Replace("listIds", "lists", StringComparison.Ordinal).Replace("delayMinutes", "delay", StringComparison.Ordinal)
            .Replace(".when", ".answer", StringComparison.Ordinal);
    }

    private int ReadDelay(Action<string, string> wrong)
    {
        if (Delay.Trim() == "")
            return 0;
        if (int.TryParse(Delay.Trim(), NumberStyles.None, InvariantCulture, out var minutes))
            return minutes;
        wrong("delay", T["Enter a whole number of minutes"]);
        return 0;
    }
}
