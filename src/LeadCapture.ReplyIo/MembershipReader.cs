using LeadCapture.ReplyIo.Json;
using Refit;

namespace LeadCapture.ReplyIo;

/// <summary>Reads what v3 leaves out of a contact: its sequences and its lists.</summary>
internal sealed class MembershipReader(IReplyIoApi api, TimeProvider clock)
{
    public async Task<ReplyIoResult> Complete(ReplyIoResult answer, ReplyIoConnection connection, CancellationToken aborted)
    {
        if (answer.Contact is not { } contact)
            return answer;

        var reads = await Task.WhenAll(
            Read(api.SequencesV3(contact.Id, connection, aborted)), Read(api.ListsV3(contact.Id, connection, aborted)));
        var full = contact with
        {
            Sequences = ReplyIoJson.Read(reads[0].Body, ReplyIoJson.Default.IReadOnlyListSequenceMembership) ?? contact.Sequences,
            Lists = ReplyIoJson.Read(reads[1].Body, ReplyIoJson.Default.IReadOnlyListListMembership) ?? contact.Lists,
        };
        return answer with
        {
            Contact = full,
            ContactJson = full.ToJson(),
            Calls = answer.Calls + reads.Length,
            RetryAfter = reads.Max(read => read.RetryAfter) ?? answer.RetryAfter,
        };
    }

    private async Task<(string? Body, TimeSpan? RetryAfter)> Read(Task<IApiResponse<string>> call)
    {
        try
        {
            using var response = await call;
            return (response.IsSuccessStatusCode ? response.Content : null, ResponseMapper.RetryAfter(response, clock));
        }
        catch (OperationCanceledException)
        {
            // The contact exists by now: losing it over its lists would send it twice.
            return default;
        }
    }
}
