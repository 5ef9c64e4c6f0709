using LeadCapture.Benchmarks.Processes;
using LeadCapture.Deliveries;

namespace LeadCapture.Benchmarks.Soak;

/// The person who decides in the end: what the program has given up on is sent again from the admin area. What comes from a restored
/// backup is looked for in Reply.io's history first, and is discarded where it arrived.
public static class Operator
{
    /// The leads that needed it, with the reason that the person read.
    public static async Task<IReadOnlyList<StoredLead>> Decide(World world)
    {
        var leads = (await StoredLead.All(world)).FindAll(lead => lead.State == DeliveryState.NeedsAttention);
        if (leads.Count == 0)
            return leads;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await world.IsUp(patience.Token);
        using var admin = await AdminClient.SignIn(world.Nodes[0].Address);
        foreach (var lead in leads)
        {
            await admin.Get($"/admin/leads/{lead.Id}");
            var seen = ("attempts", lead.Attempts.ToString(InvariantCulture));
            if (lead.FailureKey == FailureGroup.FromBackup && Arrived(world, lead))
                await admin.Post($"/admin/leads/{lead.Id}/discard", seen, ("reason", "It arrived before the backup was restored."));
            else
                await admin.Post($"/admin/leads/{lead.Id}/resubmit", seen);
        }
        return leads;
    }

    private static bool Arrived(World world, StoredLead lead) => world.ReplyIo.State.Calls
        .Any(call => LedgerReport.IsAccepted(call) && Visit.MarkerIn(call.Body) == lead.Marker);
}
