using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries.Queue;

/// A delivery on a lease, with its lead, the attempt that has begun and where that goes.
public sealed record Claimed(Delivery Delivery, Lead Lead, Attempt Attempt, ReplyIoConnection Connection, Lease Lease);
