using System.Net;
using LeadCapture.Booth;
using Microsoft.AspNetCore.Components;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

public sealed record ReadyPage(Event Event, IReadOnlyList<Check> Checks, DateTime Now)
{
    /// What stands in the input of the next test lead.
    public string TestEmail { get; init; } = "";

    public int Wrong => Checks.Count(check => !check.IsGood);
}

/// Gathers the checks of an event.
public sealed class ReadyPages(
    DevicePages devices, SendingChecks sending, FormChecks form, TestLeads tests, BoothShell shell, EventKeys keys, TimeProvider clock)
{
    public async Task<ReadyPage?> Of(int id, HttpRequest request, ResourceAssetCollection? assets, CancellationToken aborted)
    {
        if (await devices.Of(id, aborted) is not { Event: var at } row)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var ofTablets = row.Devices.Where(one => !one.Device.IsRevoked).Select(one => one.Device.SequenceId);
        return new(at,
            [
                .. await sending.Of(at), .. await form.Of(at, ofTablets), await tests.CheckOf(at), Address(request),
                .. TabletChecks.Of(row.Devices, shell.VersionOf(assets), now), await Key(at),
            ], now);
    }

    /// Browsers keep an app, and encrypt, on such addresses alone.
    private static Check Address(HttpRequest request)
    {
        var host = request.Host.Host;
        var isSafe = request.IsHttps || host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
        return new("address", T["Address"], isSafe, isSafe
            ? T["Tablets can use {0}.", $"{request.Scheme}://{request.Host}"]
            : T["Tablets need https. Set PublicUrl to an https address, and put a proxy with a certificate in front."]);
    }

    private async Task<Check> Key(Event at)
    {
        var isHere = await keys.Read(EventKey.IdOf(at.PublicKey)) is not null;
        return new("backup", T["Event key backup"], isHere && at.KeyExportedAt is not null, (isHere, at.KeyExportedAt) switch
        {
            (false, _) => T["The event key is missing, so leads can’t be decrypted. Restore it."],
            (_, { } exported) => T["Downloaded on {0}.", exported.Exact()],
            _ => T["Not downloaded yet. Without it or a backup of the database and key ring, leads still on tablets can’t be decrypted."],
        }, new(DeviceRoutes.Key, new { id = at.Id }), T["Event key"]);
    }
}
