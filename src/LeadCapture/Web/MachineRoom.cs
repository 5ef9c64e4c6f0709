using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Web;

/// Addresses where clouds keep what only the machine itself may know: link-local, and those that some clouds have elsewhere.
public static class MachineRoom
{
    private static readonly IPNetwork[] Rooms =
    [
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10"),
        // Azure, Alibaba, Oracle.
        IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("192.0.0.192/32"),
        // Amazon, Google, Scaleway.
        IPNetwork.Parse("fd00:ec2::/32"), IPNetwork.Parse("fd20:ce::/32"), IPNetwork.Parse("fd00:42::42/128"),
    ];

    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork TranslatedHere = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Has(address.MapToIPv4());
        // A scope names a network card, no other place.
        var plain = address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0
            ? new IPAddress(address.GetAddressBytes()) : address;
        return Array.Exists(Rooms, room => room.Contains(plain)) || Within(plain).Any(Has);
    }

    /// The IPv4 addresses that an IPv6 address leads to.
    private static IEnumerable<IPAddress> Within(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            yield break;
        var bytes = address.GetAddressBytes();
        // NAT64, and ISATAP, which has its mark before the last four.
        if (Translated.Contains(address) || TranslatedHere.Contains(address) || Compatible.Contains(address)
            || bytes is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5E, 0xFE, ..])
            yield return new(bytes.AsSpan(12));
        // NAT64 with a prefix of 48 bits leaves out a byte in the middle.
        if (TranslatedHere.Contains(address))
            yield return new([bytes[6], bytes[7], bytes[9], bytes[10]]);
        if (SixToFour.Contains(address))
            yield return new(bytes.AsSpan(2, 4));
        if (Teredo.Contains(address))
            yield return new([.. bytes.AsSpan(12).ToArray().Select(part => (byte)~part)]);
    }
}
