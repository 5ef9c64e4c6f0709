using System.Globalization;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Settings;
using LeadCapture.Catalogue;
using LeadCapture.Deliveries;
using LeadCapture.Localization;
using static LeadCapture.Admin.Runs.RunText;

namespace LeadCapture.Admin.Runs;

/// What a run would do, before it is started.
public sealed record RunPlan(RunOrder Order, RunRequest Request, LeadFilter Filter, LeadCount Count)
{
    public required KeyState Key { get; init; }
    public required Pace Pace { get; init; }
    public required Gate Gate { get; init; }

    /// What Reply.io has, where a sequence is to be chosen.
    public KnownContent Known { get; init; } = new();

    /// Empty: none are known, so that a number is typed.
    public IReadOnlyList<(string Value, string Label)> Sequences =>
    [
        .. Known.Sequences.Where(one => !one.IsArchived).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .Select(one => (one.Id.ToString(InvariantCulture), one.Name)),
    ];

    /// Null: none is chosen, or none that takes anybody.
    public int? SequenceId => int.TryParse(Request.Sequence, NumberStyles.None, InvariantCulture, out var id) && id > 0
        && (Sequences.Count == 0 || Sequences.Any(one => one.Value == Request.Sequence)) ? id : null;

    /// Delivered leads are sent again only where somebody means them.
    public bool AsksForDelivered => Order == RunOrder.Resubmit && Delivered > 0
        && (!Request.All || Filter.State == DeliveryState.Delivered);

    public string AlreadyThere => Count.AtLeast
        ? T["At least {0:N0} leads are already in Reply.io.", Delivered]
        : T.Count(Delivered, "1 lead is already in Reply.io.", "{0:N0} leads are already in Reply.io.");

    private long Delivered => Count.States.GetValueOrDefault(DeliveryState.Delivered);

    public long Fitting => Count.States.Where(one => Order.Fits(one.Key, AsksForDelivered)).Sum(one => one.Value);

    public long Unfit => Count.All - Fitting;

    /// Only what was delivered: without a yes there is nothing to do.
    public bool OnlyDelivered => AsksForDelivered && Fitting == Delivered;

    /// Those that may be there are looked up first; what was put in a sequence or taken out is read again.
    public long Calls => Order.Follows() ? Fitting * 2 : Count.States.Where(one => Order.Fits(one.Key, AsksForDelivered))
        .Sum(one => one.Value * (one.Key is DeliveryState.Delivered or DeliveryState.Unconfirmed ? 2L : 1));

    public string HowLong => Pace.IsLimited && Pace.Needs(Calls) is var time && time > TimeSpan.Zero
        ? T["At least {0} at the current call limits", time.Took()]
        : T["As fast as Reply.io responds"];

    public string HowMany(long number) => Count.AtLeast ? T["at least {0:N0} leads", number] : LeadsOf(number);

    public static string LeadsOf(long number) => T.Count(number, "1 lead", "{0:N0} leads");

    public string Where => Key switch
    {
        { Sandbox: not null } => T["The sandbox, not Reply.io"],
        { Source: KeySource.None } => T["Reply.io, once an API key is saved"],
        { Ending: "" } => T["Reply.io"],
        _ => T["Reply.io, with the key ending in {0}", Key.Ending!],
    };
}
