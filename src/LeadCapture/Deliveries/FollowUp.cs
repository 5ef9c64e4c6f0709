using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What follows for one lead once Reply.io has the contact, and what of it has happened. Made when the contact is there; people may
/// change it until it is done.
public sealed record FollowUp
{
    public int? SequenceId { get; init; }
    public int? StartStepId { get; init; }
    public OtherSequence InOtherSequence { get; init; }

    /// When this was planned, and when the contact is enrolled: the end of the time in which people may change it.
    public DateTime? PlannedAt { get; init; }
    public DateTime? EnrollAt { get; init; }


    /// Sequences that the contact was in when this was planned: none of them keeps it from this one.
    public IReadOnlyList<int> InBefore { get; init; } = [];

    public EnrollmentState Enrollment { get; init; }
    public DateTime? EnrolledAt { get; init; }

    /// Lists that the contact has yet to join, and those that it has joined.
    public IReadOnlyList<int> ListIds { get; init; } = [];
    public IReadOnlyList<int> Joined { get; init; } = [];

    /// The version of the answers that the contact has.
    public int AnswersVersion { get; init; }

    /// Something was done since the contact was read.
    public bool IsStale { get; init; }

    /// What comes next; Contact: nothing more.
    [JsonIgnore]
    public DeliveryStep NextStep =>
        Enrollment == EnrollmentState.Removing ? DeliveryStep.Removal
        : ListIds.Count > 0 ? DeliveryStep.Lists
        : Enrollment == EnrollmentState.Planned ? DeliveryStep.Sequence
        : IsStale ? DeliveryStep.ReadBack : DeliveryStep.Contact;

    /// A person may still call it off.
    [JsonIgnore]
    public bool IsPlanned => Enrollment == EnrollmentState.Planned;

    [JsonIgnore]
    public bool IsEnrolled => Enrollment is EnrollmentState.Enrolled or EnrollmentState.EnrolledBefore;

    [JsonIgnore]
    public Enrollment Order => new(SequenceId!.Value) { StartStepId = StartStepId, RemoveFromExisting = InOtherSequence == OtherSequence.Move };

    /// Null: nothing follows, for these answers. A rule that matches says all; without one, the sequence of the booth takes the place of
    /// the form's own.
    public static FollowUp? Of(
        FormDefinition form, SubmittedAnswers answers, (Contact There, bool IsOwn) contact, int? boothSequence, int answersVersion, DateTime now)
    {
        var after = form.AfterDelivery ?? AfterDelivery.Nothing;
        var (sequence, step, lists) = (after.Rules.FirstOrDefault(rule => rule.Holds(form, answers)), boothSequence) switch
        {
            ({ } rule, _) => (rule.SequenceId, rule.StartStepId, rule.ListIds),
            (_, { } booth) => (booth, null, after.ListIds),
            _ => (after.SequenceId, after.StartStepId, after.ListIds),
        };
        if (sequence is null && lists.Count == 0)
            return null;
        var plan = new FollowUp { ListIds = [.. lists.Distinct()], AnswersVersion = answersVersion };
        var at = TimeToEnroll(after, contact.There.TimeZoneId ?? form.TimeZone, now);
        return sequence is null ? plan : plan with
        {
            SequenceId = sequence,
            StartStepId = step,
            InOtherSequence = after.InOtherSequence,
            Enrollment = FirstStateOf(contact.There, contact.IsOwn, sequence.Value, after.InOtherSequence),
            PlannedAt = now,
            EnrollAt = at,
            InBefore = at > now ? [.. (contact.There.Sequences ?? []).Select(one => one.SequenceId).OfType<int>()] : [],
        };
    }

    private static DateTime TimeToEnroll(AfterDelivery after, string? zone, DateTime now)
    {
        var at = now.AddMinutes(after.DelayMinutes);
        return after.BusinessHours ? BusinessHours.From(at, FormTimes.Zone(zone) ?? TimeZoneInfo.Utc) : at;
    }

    public FollowUp AfterList() => this with { ListIds = [.. ListIds.Skip(1)], Joined = [.. Joined, ListIds[0]], IsStale = true };

    public FollowUp AfterEnrollment(EnrollmentState state, DateTime now) =>
        this with { Enrollment = state, EnrolledAt = now, IsStale = true };

    /// A contact that must not, or need not, be enrolled is not. Where this lead has just made it, nobody else chose a sequence for it.
    private static EnrollmentState FirstStateOf(Contact contact, bool isOwn, int sequence, OtherSequence other) => contact switch
    {
        { IsOptedOut: true } => EnrollmentState.OptedOut,
        { Sequences: { } all } when !isOwn && other == OtherSequence.Skip && all.Any(one => IsOther(one, sequence)) =>
            EnrollmentState.InOtherSequence,
        _ => EnrollmentState.Planned,
    };

    /// Whoever waited may have come into another sequence meanwhile.
    [JsonIgnore]
    public bool IsJudgedAgain => EnrollAt > PlannedAt && InOtherSequence == OtherSequence.Skip;

    /// Another sequence writes to it, and it stays there alone.
    public bool IsLeftTo(Contact contact) => IsJudgedAgain && contact.Sequences?.Any(one =>
        IsOther(one, SequenceId!.Value) && !InBefore.Contains(one.SequenceId ?? 0)) == true;

    /// Planned by a clock that was ahead and has been put right: it waits as long as it was to. Itself where the clock was right.
    public FollowUp PutRight(DateTime now) => PlannedAt > now ? this with { PlannedAt = now, EnrollAt = now + (EnrollAt - PlannedAt) } : this;

    /// As a person orders it, who sees where the contact is: no sequence keeps it from another, unless it leaves that.
    public FollowUp Ordered(DateTime now) => this with
    {
        PlannedAt = now,
        EnrollAt = now,
        InOtherSequence = InOtherSequence == OtherSequence.Skip ? OtherSequence.Add : InOtherSequence,
    };

    /// The sequence writes to it already.
    public bool IsIn(Contact contact) => contact.Sequences?.Any(one => one.SequenceId == SequenceId && IsRunning(one)) == true;

    private static bool IsOther(SequenceMembership membership, int sequence) => membership.SequenceId != sequence && IsRunning(membership);

    private static bool IsRunning(SequenceMembership membership) =>
        membership.Status?.Known is not (MembershipStatus.Finished or MembershipStatus.Inactive);

    public string ToJson() => JsonSerializer.Serialize(this, FollowUpJson.Default.FollowUp);

    public static FollowUp? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize(json, FollowUpJson.Default.FollowUp);
}

/// What follows once the contact is there; own: this lead has made it. Null: nothing does.
public delegate FollowUp? FollowUpPlan(Contact contact, bool isOwn, DateTime now);

/// The names are stored.
public enum EnrollmentState
{
    /// The form has no sequence for it.
    None,

    Planned,
    Enrolled,

    /// Somebody else had enrolled the contact.
    EnrolledBefore,

    /// The person wants no mail.
    OptedOut,

    /// Another sequence writes to the contact already.
    InOtherSequence,

    /// A person called it off.
    Canceled,

    /// A person has it taken out again.
    Removing,
    Removed,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FollowUp))]
internal sealed partial class FollowUpJson : JsonSerializerContext;
