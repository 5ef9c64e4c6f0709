using System.Text.Json;
using LeadCapture.ReplyIo.Json;
using Refit;

namespace LeadCapture.ReplyIo;

/// <summary>Reply.io's contacts over HTTP. Safe for concurrent use; never repeats a call, never logs.</summary>
public sealed class ReplyIoClient
{
    /// <summary>Pages that a look-up reads where nothing else is said.</summary>
    public const int MostPages = 4;

    private const int RowsPerPage = 100;

    private readonly IReplyIoApi api;
    private readonly TimeProvider clock;
    private readonly MembershipReader memberships;

    internal ReplyIoClient(IReplyIoApi api, TimeProvider clock) =>
        (this.api, this.clock, memberships) = (api, clock, new(api, clock));

    /// <summary>A client without a service collection; keep one for the life of the program.</summary>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="clock">Measures timeouts and dates of <c>Retry-After</c>; null for the system's.</param>
    /// <param name="transport">Sends the requests and stays the caller's; null for the client's own.</param>
    public ReplyIoClient(ReplyIoClientOptions? options = null, TimeProvider? clock = null, HttpMessageHandler? transport = null)
    {
        options ??= new();
        this.clock = clock ?? TimeProvider.System;
        var exchange = new Exchange(options.AttemptTimeout, this.clock)
        {
            InnerHandler = transport ?? ReplyIoTransport.Sockets(options),
        };
        var http = new HttpClient(exchange, disposeHandler: transport is null);
        ReplyIoTransport.Configure(http);
        api = RestService.ForGenerated<IReplyIoApi>(http, ReplyIoTransport.Settings());
        memberships = new(api, this.clock);
    }

    /// <summary>Creates a contact: one call with v4, up to three with v3. Never repeated: that would create it twice.</summary>
    /// <param name="contact">What to send.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call. Whether the contact was created is unknown then.</param>
    /// <param name="maySend">
    /// Asked last, when the connection stands and before anything of the request is written. Where it says false nothing is sent, and
    /// the answer is <see cref="Cause.NotSent"/>.
    /// </param>
    /// <returns>Any answer, also a refusal or none at all.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the create.</exception>
    /// <remarks>
    /// Source: <c>POST /v4/contacts</c>, or <c>POST /v3/contacts</c> followed by <c>GET /v3/contacts/{id}/sequences</c> and
    /// <c>/lists</c>. Where those two fail, or are aborted, the contact is accepted all the same and they are "not reported".
    /// An answer about another person's contact is <see cref="Cause.AnotherContact"/>.
    /// </remarks>
    public async Task<ReplyIoResult> Create(
        NewContact contact, ReplyIoConnection connection, CancellationToken aborted, Func<bool>? maySend = null)
    {
        if (connection.Version == ApiVersion.V4)
            return ResponseMapper.OfCreate(await api.CreateV4(contact, connection, maySend, aborted), contact, connection, clock);

        var answer = ResponseMapper.OfCreate(await api.CreateV3(contact, connection, maySend, aborted), contact, connection, clock);
        return await memberships.Complete(answer, connection, aborted);
    }

    /// <summary>Changes a contact: one call with v4, up to three with v3. What is not sent stays as it is.</summary>
    /// <param name="contactId">Reply.io's own id of the contact.</param>
    /// <param name="changes">Only members that have a value are sent, custom fields by name: nothing can be emptied.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call. Whether the contact was changed is unknown then.</param>
    /// <param name="maySend">Asked last, as with <see cref="Create"/>.</param>
    /// <returns><see cref="Cause.Updated"/> with the contact as it is now, or any other answer.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the update.</exception>
    /// <remarks>
    /// Source: <c>PATCH /v4/contacts/{id}</c>, or <c>PATCH /v3/contacts/{id}</c> followed by the reads that follow a create. Repeating it
    /// is safe. A contact that is gone is a 404 with a problem: <see cref="Cause.Rejected"/>.
    /// </remarks>
    public async Task<ReplyIoResult> Update(
        int contactId, NewContact changes, ReplyIoConnection connection, CancellationToken aborted, Func<bool>? maySend = null)
    {
        var body = new ContactChanges(changes);
        if (connection.Version == ApiVersion.V4)
            return ResponseMapper.OfUpdate(await api.UpdateV4(contactId, body, connection, maySend, aborted), contactId, connection, clock);

        var answer = ResponseMapper.OfUpdate(
            await api.UpdateV3(contactId, body, connection, maySend, aborted), contactId, connection, clock);
        return await memberships.Complete(answer, connection, aborted);
    }

    /// <summary>Puts a contact on a list, in one call.</summary>
    /// <param name="listId">Reply.io's own id of the list.</param>
    /// <param name="contactId">Reply.io's own id of the contact.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call. Whether it was done is unknown then.</param>
    /// <param name="maySend">Asked last, as with <see cref="Create"/>.</param>
    /// <returns>
    /// <see cref="Cause.Listed"/>, also where it was on the list before; <see cref="Cause.Rejected"/> where Reply.io has no such list or
    /// contact, or the key lacks the permission; or any other answer.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>
    /// Source: <c>POST /v3/contact-lists/{id}/add-contacts</c>, with either version: v4 has no page for it. Its 200 names only those who
    /// were not added. Repeating it is safe.
    /// </remarks>
    public async Task<ReplyIoResult> AddToList(
        int listId, int contactId, ReplyIoConnection connection, CancellationToken aborted, Func<bool>? maySend = null)
    {
        var asking = AsV3(connection);
        var response = await api.AddToListV3(listId, ContactIdOrder.Of(contactId), asking, maySend, aborted);
        return ResponseMapper.OfMembership(response, MembershipCall.AddToList, contactId, asking, clock);
    }

    /// <summary>Puts a contact in a sequence, in one call. In an active sequence that sends messages.</summary>
    /// <param name="enrollment">Which sequence, and how.</param>
    /// <param name="contactId">Reply.io's own id of the contact.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call. Whether it was done is unknown then.</param>
    /// <param name="maySend">Asked last, as with <see cref="Create"/>.</param>
    /// <returns>
    /// <see cref="Cause.Enrolled"/>; <see cref="Cause.AlreadyEnrolled"/> where it was in the sequence before;
    /// <see cref="Cause.Rejected"/> where Reply.io has no such sequence, does not take this contact (<see cref="ReplyIoResult.Code"/>), or
    /// the key lacks the permission <c>sequences:operate</c>; or any other answer.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>
    /// Source: <c>POST /v4/sequences/{id}/contact-links/bulk</c>, or the same of v3. Repeating it is safe as long as the contact is still in
    /// the sequence and <see cref="Enrollment.RemoveFromExisting"/> is false: otherwise the sequence begins anew.
    /// </remarks>
    public async Task<ReplyIoResult> Enroll(
        Enrollment enrollment, int contactId, ReplyIoConnection connection, CancellationToken aborted, Func<bool>? maySend = null)
    {
        var (id, order) = (enrollment.SequenceId, enrollment.Of(contactId));
        var response = connection.Version == ApiVersion.V4
            ? await api.EnrollV4(id, order, connection, maySend, aborted)
            : await api.EnrollV3(id, order, connection, maySend, aborted);
        return ResponseMapper.OfMembership(response, MembershipCall.Enroll, contactId, connection, clock);
    }

    /// <summary>Takes a contact out of a sequence, in one call.</summary>
    /// <param name="sequenceId">Reply.io's own id of the sequence.</param>
    /// <param name="contactId">Reply.io's own id of the contact.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call. Whether it was done is unknown then.</param>
    /// <param name="maySend">Asked last, as with <see cref="Create"/>.</param>
    /// <returns><see cref="Cause.Unenrolled"/>, also where it was not in the sequence, or any other answer as with <see cref="Enroll"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>
    /// Source: <c>POST /v4/sequences/{id}/contact-links/bulk-delete</c>, or the same of v3. Repeating it is safe.
    /// </remarks>
    public async Task<ReplyIoResult> Unenroll(
        int sequenceId, int contactId, ReplyIoConnection connection, CancellationToken aborted, Func<bool>? maySend = null)
    {
        var order = ContactIdOrder.Of(contactId);
        var response = connection.Version == ApiVersion.V4
            ? await api.UnenrollV4(sequenceId, order, connection, maySend, aborted)
            : await api.UnenrollV3(sequenceId, order, connection, maySend, aborted);
        return ResponseMapper.OfMembership(response, MembershipCall.Unenroll, contactId, connection, clock);
    }

    /// <summary>Looks for one contact, by its email address where there is one, else by its LinkedIn profile.</summary>
    /// <param name="email">Compared as a whole, without case.</param>
    /// <param name="linkedInUrl">Compared by the handle behind <c>/in/</c>; without one as a whole, without scheme, query and case.</param>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call.</param>
    /// <param name="prefer">
    /// Which of several contacts is meant; it gets <see cref="ReplyIoResult.ClockOffset"/> too. Where none is, the first is answered. Null:
    /// always the first.
    /// </param>
    /// <param name="mostPages">Pages that are read at most, each of them a call.</param>
    /// <returns>
    /// <see cref="Cause.Found"/>, <see cref="Cause.NotFound"/> when no page has it, <see cref="Cause.LookUpNotOffered"/>, or why it is
    /// not known.
    /// </returns>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>Source: <c>POST /v4/contacts/filter</c>, or <c>GET /v3/contacts?email=</c> and <c>?linkedIn=</c>.</remarks>
    public async Task<ReplyIoResult> LookUp(
        string? email, string? linkedInUrl, ReplyIoConnection connection, CancellationToken aborted,
        Func<Contact, TimeSpan?, bool>? prefer = null, int mostPages = MostPages)
    {
        var lookup = ContactLookup.By(email, linkedInUrl);
        var answer = await Search(lookup, connection, prefer, mostPages, aborted);
        return connection.Version == ApiVersion.V4 ? answer : await memberships.Complete(answer, connection, aborted);
    }

    /// <summary>Page after page, to the end or to the contact that is preferred.</summary>
    private async Task<ReplyIoResult> Search(
        ContactLookup lookup, ReplyIoConnection connection, Func<Contact, TimeSpan?, bool>? prefer, int mostPages, CancellationToken aborted)
    {
        ReplyIoResult? found = null;
        for (int calls = 1, skip = 0; ; calls++)
        {
            var response = await Ask(lookup, skip == 0 ? null : skip, connection, aborted);
            var (answer, page) = ResponseMapper.OfLookUp(response, lookup, prefer, connection, clock);
            answer = answer with { Calls = calls };
            if (answer.Contact is { } contact && (prefer?.Invoke(contact, answer.ClockOffset) ?? true))
                return answer;
            if (answer.Cause is not (Cause.Found or Cause.NotFound))
                return answer;
            found ??= answer.Contact is null ? null : answer;
            if (page is not { HasMore: true })
                return (found ?? answer) with { Calls = calls };
            if (calls >= mostPages || page.Items.Count == 0)
                return ResponseMapper.TooManyPages(answer);
            skip += page.Items.Count;
        }
    }

    private Task<IApiResponse<string>> Ask(ContactLookup lookup, int? skip, ReplyIoConnection connection, CancellationToken aborted) =>
        connection.Version == ApiVersion.V4 ? api.FilterV4(new(lookup.SearchTerm, skip), connection, aborted)
        : lookup.IsEmail ? api.ByEmailV3(lookup.Text, skip, connection, aborted)
        : api.ByLinkedInV3(lookup.Text, skip, connection, aborted);

    /// <summary>Asks whom a key belongs to. Changes nothing, and needs no scope.</summary>
    /// <param name="connection">Where to, and the key to check.</param>
    /// <param name="aborted">Ends the call.</param>
    /// <returns>Any answer, also a refusal or none at all.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>Source: <c>GET /v3/whoami</c>, with either version: v4 has no page for it. One key works for both.</remarks>
    public async Task<KeyCheck> CheckKey(ReplyIoConnection connection, CancellationToken aborted)
    {
        var asking = AsV3(connection);
        return ResponseMapper.OfWhoAmI(await api.WhoAmI(asking, aborted), asking, clock);
    }

    /// <summary>Reads the custom fields of the account in one call. Changes nothing.</summary>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call.</param>
    /// <returns>The fields, or why there are none to read: a key without that permission is an answer too.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>Source: <c>GET /v3/custom-fields</c>, with either version: v4 has no page for it.</remarks>
    public async Task<Listing<AccountField>> CustomFields(ReplyIoConnection connection, CancellationToken aborted)
    {
        var asking = AsV3(connection);
        return ResponseMapper.OfListing(await api.CustomFieldsV3(asking, aborted), AccountJson.Field, asking, clock).Listing;
    }

    /// <summary>Reads the sequences of the account, 100 a call. Changes nothing.</summary>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call.</param>
    /// <param name="mostPages">Pages that are read at most, each of them a call.</param>
    /// <returns>
    /// The sequences, or why there are none to read. Where there are more pages than are read, those of the pages that were;
    /// <see cref="Listing{T}.IsComplete"/> says so.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>Source: <c>GET /v3/sequences</c> with <c>top</c> and <c>skip</c>, with either version.</remarks>
    public Task<Listing<AccountSequence>> Sequences(
        ReplyIoConnection connection, CancellationToken aborted, int mostPages = MostPages) =>
        Pages(api.AllSequencesV3, AccountJson.Sequence, AsV3(connection), mostPages, aborted);

    /// <summary>Reads the contact lists of the account, 100 a call. Changes nothing.</summary>
    /// <param name="connection">Where to, and with which key.</param>
    /// <param name="aborted">Ends the call.</param>
    /// <param name="mostPages">Pages that are read at most, each of them a call.</param>
    /// <returns>The lists, or why there are none to read, as with <see cref="Sequences"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="aborted"/> ended the call.</exception>
    /// <remarks>Source: <c>GET /v3/contact-lists</c> with <c>top</c> and <c>skip</c>, with either version: v4 has no page for it.</remarks>
    public Task<Listing<AccountList>> Lists(ReplyIoConnection connection, CancellationToken aborted, int mostPages = MostPages) =>
        Pages(api.AllListsV3, AccountJson.List, AsV3(connection), mostPages, aborted);

    private async Task<Listing<T>> Pages<T>(
        Func<int, int?, ReplyIoConnection, CancellationToken, Task<IApiResponse<string>>> ask, Func<JsonElement, T?> read,
        ReplyIoConnection asking, int mostPages, CancellationToken aborted) where T : class
    {
        List<T> found = [];
        for (int calls = 1, skip = 0; ; calls++)
        {
            var response = await ask(RowsPerPage, skip == 0 ? null : skip, asking, aborted);
            var (page, rows, hasMore) = ResponseMapper.OfListing(response, read, asking, clock);
            found.AddRange(page.Items);
            if (page.State != ListingState.Read || !hasMore || rows == 0 || calls >= mostPages)
                return page with { Items = page.State == ListingState.Read ? found : [], IsComplete = !hasMore, Calls = calls };
            skip += rows;
        }
    }

    private static ReplyIoConnection AsV3(ReplyIoConnection connection) => connection.Version == ApiVersion.V3 ? connection
        : new(connection.BaseUrl, ApiVersion.V3, AuthorizationScheme.Bearer, connection.ApiKey);
}
