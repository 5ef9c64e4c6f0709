using LeadCapture.Localization;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Whether the tablets are ready, each check with the names of those that are not.
public static class TabletChecks
{
    private const long LeastFree = 200_000_000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// Version: of the app as the server has it.
    public static IReadOnlyList<Check> Of(IReadOnlyList<DeviceRow> tablets, string version, DateTime now)
    {
        IReadOnlyList<DeviceRow> paired = [.. tablets.Where(row => !row.Device.IsRevoked)];
        if (paired.Count == 0)
            return [new("tablets", T["Tablets"], false, T["No tablet is paired yet. Pair one."], new(DeviceRoutes.List), T["Devices"])];
        return
        [
            new("tablets", T["Tablets"], true, T.Count(paired.Count, "1 tablet is paired.", "{0:N0} tablets are paired.")),
            Each("seen", T["Seen in the last 24 hours"], row => row.Device.LastSeenAt > now - Lately, names => T["Turn on and connect {0}.", names]),
            Each("version", T["App up to date"], row => row.Device.Version == version,
                names => T["Connect to the internet to get the latest version: {0}.", names]),
            Each("persistent", T["Protected storage"], row => row.Device.IsPersistent == true,
                names => T["On {0}, add the booth page to the home screen and open it from there.", names]),
            Each("storage", T["Storage free"],
                row => row.Device is { StorageQuota: { } quota, StorageUsed: { } used } && quota - used > LeastFree,
                names => T["Free up at least 200 MB on {0}.", names]),
            Each("clock", T["Clock"], row => !row.ClockIsOff, names => T["On {0}, set date and time to automatic.", names]),
        ];

        Check Each(string id, string title, Func<DeviceRow, bool> isGood, Func<string, string> todo)
        {
            var bad = paired.Where(row => !isGood(row)).Select(row => row.Device.Name).ToList();
            return new(id, title, bad.Count == 0, bad.Count == 0 ? T["On every tablet."] : todo(string.Join(", ", bad)));
        }
    }
}
