using System.Net;
using System.Net.Sockets;

namespace LeadCapture.Submissions;

/// Who counts as one sender: a household has one IPv4 address, and a whole /64 of IPv6.
internal static class Networks
{
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
            return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
