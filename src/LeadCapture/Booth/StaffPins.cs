using System.Collections.Concurrent;

namespace LeadCapture.Booth;

/// Makes each PIN's hash once: it is slow on purpose.
public sealed class StaffPins
{
    private readonly ConcurrentDictionary<(string Key, string Pin), StaffPin> made = new();

    public StaffPin Of(Event at) => made.GetOrAdd((at.PublicKey, at.Pin), _ => StaffPin.Of(at));
}
