using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Admin.Leads;

/// Which leads somebody wants to see. Words, dates and ids only: nothing personal stands in the address.
public sealed record LeadFilter
{
    public DeliveryState? State { get; init; }

    /// A form's slug.
    public string Form { get; init; } = "";
    public Cause? Cause { get; init; }

    /// What has not followed the contact; it brings its state with it.
    public LeadStep? Step { get; init; }
    public string Channel { get; init; } = "";

    /// What is wrong with them, as a word: see FailureGroup.
    public string Group { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public LeadOrder Order { get; init; }

    /// The last lead of the page before: the next one begins behind it.
    public Guid? Before { get; init; }

    public static IReadOnlyList<string> Channels { get; } =
        [nameof(FormShape.Page), nameof(FormShape.Embed), nameof(FormShape.Booth), Origin.Api, Lead.Imported];

    /// Why leads wait or fail: where an attempt brought what it was for, nothing does.
    public static IReadOnlyList<Cause> Causes { get; } =
        [.. Enum.GetValues<Cause>().Where(cause => cause is > ReplyIo.Cause.Found and < ReplyIo.Cause.Updated)];

    public bool IsEmpty => this with { Before = null, Order = default } == new LeadFilter();

    public bool ByEmail => Order is LeadOrder.Email or LeadOrder.EmailBackwards;

    /// All that fits is older.
    public Guid End => Earlier(Order == LeadOrder.Newest ? Before : null, To is { } to ? LeadId.From(StartOf(to.AddDays(1))) : null)
        ?? Guid.AllBitsSet;

    /// All that fits is younger.
    public Guid Start => Later(Order == LeadOrder.Oldest ? Before : null, From is { } from ? LeadId.From(StartOf(from)) : null)
        ?? Guid.Empty;

    /// No index leads to these.
    public bool Walks => Form != "" || Channel != "";

    /// Without what nobody could have chosen: a mistyped address shows a list as well.
    public LeadFilter Sane(IReadOnlyList<PublishedForm> forms) => this with
    {
        Step = Step is { } step && Enum.IsDefined(step) ? step : null,
        State = Step is { } known && Enum.IsDefined(known) ? known.State() : State is { } state && Enum.IsDefined(state) ? state : null,
        Form = forms.FirstOrDefault(form => form.Slug.Equals(Form, StringComparison.OrdinalIgnoreCase))?.Slug ?? "",
        Cause = Cause is { } cause && Causes.Contains(cause) ? cause : null,
        Channel = Channels.FirstOrDefault(channel => channel.Equals(Channel, StringComparison.OrdinalIgnoreCase)) ?? "",
        Group = FailureGroup.Fits(Group) ? Group : "",
        From = Sane(From),
        To = Sane(To),
        Order = Enum.IsDefined(Order) ? Order : default,
    };

    /// As far as indexes lead: by time, state, cause and group; of these, those of the step. Newest or oldest first.
    public IQueryable<Delivery> Of(IQueryable<Delivery> deliveries, int count)
    {
        deliveries = In(deliveries);
        if (Start is var start && start != Guid.Empty)
            deliveries = deliveries.Where(delivery => delivery.LeadId > start);
        Guid? end = Cause is not null && End == Guid.AllBitsSet ? null : End;
        return Order == LeadOrder.Oldest ? deliveries.Oldest(State, end, count) : deliveries.Newest(State, end, count);
    }

    /// Those of the group, the cause and the step, where they are chosen.
    public IQueryable<Delivery> In(IQueryable<Delivery> deliveries)
    {
        if (Cause is { } cause)
            // The second condition is that of the index.
            deliveries = deliveries.Where(delivery => delivery.Cause == cause && delivery.Cause > ReplyIo.Cause.Found);
        if (Step?.OfDelivery() is { } step)
            deliveries = deliveries.Where(delivery => delivery.Step == step);
        return Group switch
        {
            "" => deliveries,
            FailureGroup.Others => deliveries.Where(delivery =>
                delivery.State == DeliveryState.NeedsAttention && delivery.FailureKey == null),
            _ => deliveries.Where(delivery => delivery.FailureKey == Group),
        };
    }

    /// Those of the form, by its id, and of the channel: no index leads to them.
    public IQueryable<Delivery> WithOrigin(IQueryable<Delivery> deliveries, int? form)
    {
        if (form is not null)
            deliveries = deliveries.Where(delivery => delivery.FormId == form);
        return Channel == "" ? deliveries : deliveries.Where(delivery => delivery.Channel == Channel);
    }

    public string Query(Guid? before = null) => QueryString.Create(
        Words.Append(new("order", Order == default ? "" : Order.ToString())).Append(new("before", before?.ToString() ?? ""))
            .Where(part => part.Value != "")!).ToString();

    /// What is asked for, by the names of the parameters.
    public IEnumerable<KeyValuePair<string, string>> Words => new Dictionary<string, string?>
    {
        ["state"] = State?.ToString(),
        ["form"] = Form,
        ["cause"] = Cause?.ToString(),
        ["step"] = Step?.ToString(),
        ["channel"] = Channel,
        ["group"] = Group,
        ["from"] = From?.ToString("yyyy-MM-dd", InvariantCulture),
        ["to"] = To?.ToString("yyyy-MM-dd", InvariantCulture),
    }.Where(part => !string.IsNullOrEmpty(part.Value))!;

    /// Of the address, and nothing that a form posts: an answer may have the name of a part of it.
    public static LeadFilter Of(HttpRequest request) => Parse(request.QueryString.ToString());

    /// What Query has made.
    public static LeadFilter Parse(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return new()
        {
            State = Enum.TryParse<DeliveryState>(Part("state"), out var state) ? state : null,
            Form = Part("form"),
            Cause = Enum.TryParse<Cause>(Part("cause"), out var cause) ? cause : null,
            Step = Enum.TryParse<LeadStep>(Part("step"), out var step) ? step : null,
            Channel = Part("channel"),
            Group = Part("group"),
            From = Day(Part("from")),
            To = Day(Part("to")),
            Order = Enum.TryParse<LeadOrder>(Part("order"), out var order) ? order : default,
        };

        string Part(string name) => parts.GetValueOrDefault(name).ToString();
        static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
    }

    private static DateOnly? Sane(DateOnly? day) => day is { Year: >= 1970 and < 9999 } ? day : null;

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static Guid? Earlier(Guid? one, Guid? other) => one is null || other < one ? other ?? one : one;

    private static Guid? Later(Guid? one, Guid? other) => one is null || other > one ? other ?? one : one;
}

/// The orders that an index carries. There is none by state, form or company: the filter and the search stand for these.
public enum LeadOrder { Newest, Oldest, Email, EmailBackwards }
