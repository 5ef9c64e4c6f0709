using System.Net;

namespace LeadCapture.Admin.Access;

internal static class Addresses
{
    public static string Shown(this IPAddress? address) =>
        (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "";
}
