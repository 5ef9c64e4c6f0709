using System.Text.Json;
using LeadCapture.ReplyIo.Json;
using Refit;

namespace LeadCapture.ReplyIo;

/// <summary>Turns what came over HTTP into our words. Nothing behind this file knows a status code.</summary>
internal static class ResponseMapper
{
    private const int BodyLimit = 16 * 1024;

    public static ReplyIoResult OfCreate(
        IApiResponse<string> response, NewContact sent, ReplyIoConnection connection, TimeProvider clock)
    {
        var json = ContentOf(response);
        var contact = Contact.Parse(json);
        var whose = contact is null ? Whose.Nobodys : WhoseIs(contact, sent);
        var reading = contact is null ? Reading.Unreadable : whose == Whose.Anothers ? Reading.AnotherContact : Reading.Contact;
        return Of(response, Call.Create, reading, (contact, json), connection, clock) with { IsIdentified = whose == Whose.Ours };
    }

    public static ReplyIoResult OfUpdate(IApiResponse<string> response, int contactId, ReplyIoConnection connection, TimeProvider clock)
    {
        var json = ContentOf(response);
        var contact = Contact.Parse(json);
        var reading = contact is null ? Reading.Unreadable : contact.Id == contactId ? Reading.Contact : Reading.AnotherContact;
        return Of(response, Call.Update, reading, (contact, json), connection, clock) with { IsIdentified = reading == Reading.Contact };
    }

    public static ReplyIoResult OfMembership(
        IApiResponse<string> response, MembershipCall call, int contactId, ReplyIoConnection connection, TimeProvider clock)
    {
        var said = MembershipAnswer.Read(call, ContentOf(response), contactId);
        var reading = said.Cause switch
        {
            Cause.NotAContact => Reading.Unreadable,
            Cause.Rejected => Reading.NotDone,
            _ => Reading.Done,
        };
        return Of(response, Call.Membership, reading, default, connection, clock, (call, said));
    }

    /// <summary>One page of a look-up: of its matches the preferred one, else the first.</summary>
    public static (ReplyIoResult Result, ContactPage? Page) OfLookUp(
        IApiResponse<string> response, ContactLookup lookup, Func<Contact, TimeSpan?, bool>? prefer, ReplyIoConnection connection, TimeProvider clock)
    {
        var page = ContentOf(response) is { } json ? ContactPage.Parse(json) : null;
        var offset = Exchange.ClockOffset(response.RequestMessage);
        var items = page?.Items.Select(item => (Contact: Contact.Parse(item), Json: item)).ToList();
        var matches = items?.FindAll(item => item.Contact is { } contact && lookup.Matches(contact)) ?? [];
        var match = matches.Find(item => prefer?.Invoke(item.Contact!, offset) ?? true);
        if (match.Contact is null && matches.Count > 0)
            match = matches[0];
        // Who cannot be read may be the one who is looked for.
        var reading = match.Contact is not null ? Reading.Contact
            : items is null || items.Exists(item => item.Contact is null) ? Reading.Unreadable : Reading.NoMatch;
        return (Of(response, Call.LookUp, reading, match, connection, clock) with { IsIdentified = true }, page);
    }

    /// <summary>An email address says more than a profile: a contact keeps the first and may have an older profile.</summary>
    private static Whose WhoseIs(Contact contact, NewContact sent)
    {
        if (IsGiven(sent.Email) && IsGiven(contact.Email))
            return ContactLookup.IsSameEmail(sent.Email!, contact.Email) ? Whose.Ours : Whose.Anothers;
        if (!IsGiven(sent.LinkedInUrl) || !IsGiven(contact.LinkedInUrl))
            return Whose.Nobodys;
        if (ContactLookup.IsSameProfile(sent.LinkedInUrl!, contact.LinkedInUrl))
            return Whose.Ours;
        var comparable = LinkedInHandle.Find(sent.LinkedInUrl) is not null && LinkedInHandle.Find(contact.LinkedInUrl) is not null;
        return comparable ? Whose.Anothers : Whose.Nobodys;
    }

    private static string? ContentOf(IApiResponse<string> response) =>
        response is { IsSuccessStatusCode: true, Content: { } body } ? ForeignText.CleanJson(body) : null;

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);

    public static ReplyIoResult TooManyPages(ReplyIoResult lastPage) => lastPage with
    {
        Outcome = Outcome.Unknown,
        Cause = Cause.TooManyPages,
        Contact = null,
        ContactJson = null,
        Reason = Reasons.Own(Cause.TooManyPages, lastPage.Status, null),
    };

    public static KeyCheck OfWhoAmI(IApiResponse<string> response, ReplyIoConnection connection, TimeProvider clock)
    {
        var owner = response.IsSuccessStatusCode ? ReplyIoJson.Read(response.Content, ReplyIoJson.Default.KeyOwner) : null;
        var answer = Of(response, Call.LookUp, Reading.Unreadable, default, connection, clock);
        if (owner is not null)
            return new(true, owner.Email, "");
        var reason = answer.Cause == Cause.LookUpNotOffered
            ? $"Keys can't be checked at this address (status {answer.Status})." : answer.Reason;
        return new(false, null, reason) { IsRejected = answer.Cause == Cause.KeyRefused };
    }

    /// <summary>One page of what the account has; how many rows it had, also those that nobody can read.</summary>
    public static (Listing<T> Listing, int Rows, bool HasMore) OfListing<T>(
        IApiResponse<string> response, Func<JsonElement, T?> read, ReplyIoConnection connection, TimeProvider clock) where T : class
    {
        var page = ContentOf(response) is { } json ? ContactPage.Parse(json) : null;
        var answer = Of(response, Call.LookUp, Reading.Unreadable, default, connection, clock);
        var state = page is not null ? ListingState.Read : answer.Cause switch
        {
            Cause.KeyRefused => ListingState.NotPermitted,
            Cause.LookUpNotOffered => ListingState.NotOffered,
            _ => ListingState.NotRead,
        };
        var listing = new Listing<T>
        {
            State = state,
            Items = [.. (page?.Items ?? []).Select(item => AccountJson.Read(item, read)).OfType<T>()],
            Reason = state switch
            {
                ListingState.Read => "",
                ListingState.NotOffered => $"Reply.io does not offer this list (status {answer.Status}).",
                _ => answer.Reason,
            },
            Status = answer.Status,
            RetryAfter = answer.RetryAfter,
            IsRateLimited = answer.Cause == Cause.RateLimited,
        };
        return (listing, page?.Items.Count ?? 0, page is { HasMore: true });
    }

    public static TimeSpan? RetryAfter(IApiResponse response, TimeProvider clock)
    {
        var header = response.Headers?.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static ReplyIoResult Of(
        IApiResponse<string> response, Call call, Reading reading, (Contact? Contact, string? Json) found,
        ReplyIoConnection connection, TimeProvider clock, (MembershipCall Call, MembershipAnswer Said)? membership = null)
    {
        using var _ = response;
        var status = (int?)response.StatusCode;
        var failure = (response.Error?.InnerException ?? response.Error) as HttpRequestException;
        var body = response.Content;
        var error = status >= 400 && body is not null ? ErrorBody.Of(ForeignText.CleanJson(body)) : ErrorBody.None;
        var isOfTheWay = IsOfTheWay(status, error);
        var (outcome, cause) = failure?.InnerException is NotSentException
            ? (Outcome.NotNow, Cause.NotSent)
            : Judge(status, call, reading, failure?.HttpRequestError, isOfTheWay, membership?.Said.Cause);
        var special = membership is var (about, said) ? MembershipReasons.Of(about, cause, status, error, said) : null;
        var secret = new Secret(connection.ApiKey);
        string Storable(string text) => ForeignText.Clean(secret.Hide(text));
        return new ReplyIoResult
        {
            Outcome = outcome,
            Cause = cause,
            MayBeChannelFault = isOfTheWay,
            Status = status,
            RetryAfter = RetryAfter(response, clock),
            Contact = outcome == Outcome.Accepted ? found.Contact : null,
            ContactJson = outcome == Outcome.Accepted ? found.Json : null,
            ClockOffset = Exchange.ClockOffset(response.RequestMessage),
            Problems = [.. error.Problems.Select(problem => new Problem(ForeignText.Clean(problem.Field), Storable(problem.Detail)))],
            Code = (error.Code ?? membership?.Said.Code) is { } code ? Storable(code) : null,
            Reason = ForeignText.Clean(Reasons.Of(cause, status, failure, error, secret, special)),
            Calls = cause == Cause.NotSent ? 0 : 1,
            ResponseBody = body is null ? null : Reasons.Cut(Storable(body), BodyLimit),
        };
    }

    private static (Outcome, Cause) Judge(
        int? status, Call call, Reading reading, HttpRequestError? failure, bool isOfTheWay, Cause? membership) =>
        (call, status, reading) switch
        {
            (_, null, _) when NothingWasSent(failure) => (Outcome.NotNow, Cause.NotReached),
            (Call.Create, 200 or 201, Reading.Contact) => (Outcome.Accepted, Cause.Created),
            (Call.Create, 200 or 201, Reading.AnotherContact) => (Outcome.Unknown, Cause.AnotherContact),
            (Call.Update, 200 or 201, Reading.Contact) => (Outcome.Accepted, Cause.Updated),
            (Call.Update, 200 or 201, Reading.AnotherContact) => (Outcome.Unknown, Cause.AnotherContact),
            (Call.Membership, 200 or 201, Reading.Done) => (Outcome.Accepted, membership!.Value),
            (Call.Membership, 200 or 201, Reading.NotDone) => (Outcome.Refused, Cause.Rejected),
            (Call.LookUp, 200, Reading.Contact) => (Outcome.Accepted, Cause.Found),
            (Call.LookUp, 200, Reading.NoMatch) => (Outcome.NotNow, Cause.NotFound),
            // Contacts get through, so the way is good and the key is: it is this list, this sequence, or this one permission.
            (Call.Membership, 403 or 404 or 405 or 410, _) => (Outcome.Refused, Cause.Rejected),
            (not Call.LookUp, _, _) when isOfTheWay => (Outcome.NotNow, Cause.ChannelFault),
            // A proxy asks alike for every call.
            (Call.LookUp, 407, _) when isOfTheWay => (Outcome.NotNow, Cause.ChannelFault),
            // Perhaps a proxy's page, perhaps half of the answer: the contact may be there.
            (_, >= 200 and < 400, _) => (Outcome.Unknown, Cause.NotAContact),
            // Our key is at fault, not the lead.
            (_, 401 or 403, _) => (Outcome.NotNow, Cause.KeyRefused),
            (Call.LookUp, 410, _) when isOfTheWay => (Outcome.NotNow, Cause.LookUpNotOffered),
            (Call.LookUp, 404 or 405 or 501, _) => (Outcome.NotNow, Cause.LookUpNotOffered),
            (_, 429, _) => (Outcome.NotNow, Cause.RateLimited),
            // Of the way to Reply.io, not of the request: too slow, at the wrong server, too early. It may have arrived all the same.
            (_, 408 or 421 or 425, _) => (Outcome.Unknown, Cause.ServerError),
            (_, >= 400 and < 500, _) => (Outcome.Refused, Cause.Rejected),
            (_, >= 500, _) => (Outcome.Unknown, Cause.ServerError),
            _ => (Outcome.Unknown, Cause.NoAnswer),
        };

    /// <summary>
    /// A redirect, or an address that does not take the call, in words that are none of Reply.io's: a gateway or a proxy may have said
    /// so, or a server that is not Reply.io. 304 is no redirect.
    /// </summary>
    private static bool IsOfTheWay(int? status, ErrorBody error) =>
        status is >= 300 and < 400 and not 304 || (status is 404 or 405 or 407 or 410 && !error.IsProblem);

    private static bool NothingWasSent(HttpRequestError? failure) => failure
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private enum Call { Create, Update, LookUp, Membership }

    private enum Reading { Contact, AnotherContact, NoMatch, Done, NotDone, Unreadable }

    private enum Whose { Ours, Anothers, Nobodys }
}
