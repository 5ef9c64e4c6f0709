using System.Data.Common;
using LeadCapture.Data;
using LeadCapture.Deliveries;

namespace LeadCapture.Admin.Failures;

/// How many leads wait for a person, for the navigation. A page is shown without it rather than not at all.
public sealed class AttentionCount(Figures figures)
{
    public async Task<long> Read(CancellationToken aborted)
    {
        try
        {
            return (await figures.Queue(aborted)).States.GetValueOrDefault(DeliveryState.NeedsAttention);
        }
        catch (Exception fault) when (fault is DbException or StoreClosedException or TimeoutException)
        {
            return 0;
        }
    }
}
