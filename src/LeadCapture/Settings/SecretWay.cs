namespace LeadCapture.Settings;

/// Where a secret may be sent: over https, or by http to this machine itself. Nothing in it that browsers would hide.
public static class SecretWay
{
    public static bool Fits(Uri address) => address.UserInfo == ""
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
