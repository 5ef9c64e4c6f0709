using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Where leads go and with which key, as of this moment: read when sending, never when queueing.
public sealed class ReplyIoAccount(ReplyOptions options)
{
    private volatile ReplyIoConnection? current = Of(options, options.ApiKey);

    public ReplyIoConnection? Current => current;

    /// False: no key and no sandbox. Leads are kept until there is one.
    public bool Ready => current is not null;

    /// The local Reply.io that stands in; null where leads go to the real one.
    public Uri? Sandbox { get; private set; }

    public void UseKey(string? key)
    {
        if (key is not null)
            (Sandbox, current) = (null, Of(options, key));
    }

    public void UseSandbox(Uri address)
    {
        Sandbox = address;
        current = new(address, options.ApiVersion, options.Authorization, "sandbox");
    }

    private static ReplyIoConnection? Of(ReplyOptions options, string? key) =>
        key is null ? null : new(options.BaseUrl, options.ApiVersion, options.Authorization, key);
}
