using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Catalogue;

/// Custom fields, sequences and contact lists that Reply.io has, as they were last read. What cannot be read again stays as it is.
public sealed class ReplyIoCatalogue(
    Store store, ReplyIoClient replyIo, ReplyIoAccount account, AccountCalls calls, GateSwitch gate, FormCatalog forms,
    CatalogueSchedule schedule, TimeProvider clock)
{
    /// One for the custom fields, the rest for pages of sequences and of lists: at least one of each.
    private const int MostCalls = 1 + ReplyIoClient.MostPages;

    /// Where it would be read now; null: nowhere. A sandbox has a new address at each start, and has forgotten all.
    public string? Source => account switch
    {
        { Current: null } => null,
        { Sandbox: { } sandbox } => sandbox.AbsoluteUri,
        { BaseUrl: var address } => address.GetLeftPart(UriPartial.Path),
    };

    public async ValueTask<CatalogueState> Get()
    {
        await using var reading = await store.Read();
        return StateOf(await CatalogueRow.Read(reading));
    }

    /// Asks Reply.io now, with a few calls of the budget.
    public async Task<CatalogueState> Refresh(CancellationToken aborted)
    {
        if (account.Current is not { } connection || Source is not { } source)
            return await Note(new(CatalogueGap.NoKey, "", clock.GetUtcNow().UtcDateTime));
        var pass = await calls.Begin(MostCalls);
        if (pass.Id is not { } id)
            return await Note(new(
                pass.Refusal == AccountRefusal.SendingPaused ? CatalogueGap.SendingPaused : CatalogueGap.LimitReached, "",
                clock.GetUtcNow().UtcDateTime));
        var found = await replyIo.CustomFields(connection, aborted);
        var sequences = found.State == ListingState.Read ? await replyIo.Sequences(connection, aborted, ReplyIoClient.MostPages - 1) : null;
        var lists = sequences is { IsRateLimited: false }
            ? await replyIo.Lists(connection, aborted, ReplyIoClient.MostPages - sequences.Calls) : null;
        await calls.End(id, found.Calls + (sequences?.Calls ?? 0) + (lists?.Calls ?? 0));
        if (found.IsRateLimited || sequences is { IsRateLimited: true } || lists is { IsRateLimited: true })
            await gate.Wait(
                lists?.RetryAfter ?? sequences?.RetryAfter ?? found.RetryAfter, lists?.Reason ?? sequences?.Reason ?? found.Reason);
        return found.State == ListingState.Read
            ? await Keep(source, found.Items, sequences!, lists)
            : await Note(new(GapOf(found.State), found.Reason, clock.GetUtcNow().UtcDateTime), source);
    }

    /// Sequences and lists that could not be read stay as they were known.
    private async Task<CatalogueState> Keep(
        string source, IReadOnlyList<AccountField> found, Listing<AccountSequence> sequences, Listing<AccountList>? lists)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var delivered = await Delivered(found);
        await using var transaction = await store.Begin();
        var before = Of(await CatalogueRow.ReadLocked(transaction), source);
        var content = KnownContent.Parse(before.Content);
        content = content with
        {
            Gone = [.. content.Gone, .. delivered.Where(title => !content.Knows(title)).Select(title => new KnownCustomField(title, false, now))],
        };
        content = content.After([.. found.Select(field => Known(field, now))], now);
        if (sequences.State == ListingState.Read)
            content = content with { Sequences = [.. sequences.Items.Select(Known)], HasAllSequences = sequences.IsComplete };
        if (lists is { State: ListingState.Read })
            content = content with { Lists = [.. lists.Items.Select(Known)], HasAllLists = lists.IsComplete };
        var after = new StoredCatalogue
        {
            Source = source,
            Content = content.ToJson(),
            ReadAt = now,
            TriedAt = now,
            NextAt = schedule.Next(now, clock.LocalTimeZone),
        };
        CatalogueRow.Write(transaction, after);
        await transaction.Commit();
        return StateOf(after);
    }

    /// What was known stays; of another Reply.io it was not known.
    private async Task<CatalogueState> Note(CatalogueProblem problem, string? source = null)
    {
        await using var transaction = await store.Begin();
        var row = await CatalogueRow.ReadLocked(transaction);
        var before = source is null ? row : Of(row, source);
        var after = new StoredCatalogue
        {
            Source = before.Source,
            Content = before.Content,
            ReadAt = before.ReadAt,
            Gap = problem.Gap,
            Reason = problem.Reason,
            TriedAt = problem.At,
            NextAt = before.NextAt,
        };
        CatalogueRow.Write(transaction, after);
        await transaction.Commit();
        return StateOf(after);
    }

    /// Custom fields of published forms that Reply.io does not have, and that no look ever found, but that it had: its answers to leads
    /// say so.
    private async Task<IReadOnlyList<string>> Delivered(IReadOnlyList<AccountField> found)
    {
        var known = await Get();
        var unknown = (await forms.All()).SelectMany(form => form.Definition.SentKeys).Select(sent => sent.Key)
            .Except(found.Select(field => field.Title), StringComparer.OrdinalIgnoreCase)
            .Where(key => !known.Content.Knows(key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (unknown.Count == 0 || account.Sandbox is not null)
            return [];
        await using var reading = await store.Read();
        var answers = await reading.Query(
            "SELECT contact_json FROM deliveries WHERE state = $1 AND contact_json IS NOT NULL ORDER BY lead_id DESC LIMIT 500",
            row => row.GetString(0), DeliveryState.Delivered);
        return [.. answers.SelectMany(json => Contact.Parse(json)?.CustomFields ?? []).Where(field => field.Value is not null)
            .Select(field => field.Key).Where(unknown.Contains).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static KnownCustomField Known(AccountField field, DateTime now) =>
        new(field.Title, field.Type?.Known == AccountFieldType.Number, now);

    private static KnownSequence Known(AccountSequence sequence) => new(sequence.Id, sequence.Name, sequence.Status, sequence.IsArchived);

    private static KnownList Known(AccountList list) => new(list.Id, list.Name, list.IsShared);

    private static CatalogueGap GapOf(ListingState state) => state switch
    {
        ListingState.NotPermitted => CatalogueGap.NotPermitted,
        ListingState.NotOffered => CatalogueGap.NotOffered,
        _ => CatalogueGap.NotRead,
    };

    private static StoredCatalogue Of(StoredCatalogue row, string source) =>
        row.Source == source || row.Source == "" ? row : new() { Source = source, NextAt = row.NextAt };

    private static CatalogueState StateOf(StoredCatalogue row) => new(KnownContent.Parse(row.Content), row.ReadAt)
    {
        Problem = row.Gap is { } gap ? new(gap, row.Reason ?? "", row.TriedAt ?? default) : null,
    };
}
