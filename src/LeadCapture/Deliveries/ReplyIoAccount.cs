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

    /// The key that is used, or would be without the sandbox.
    public string? Key { get; private set; } = options.ApiKey;

    public KeySource Source { get; private set; } = options.ApiKey is null ? KeySource.None : KeySource.Setting;

    /// The stored key. It ends the sandbox of Development, but not one that was asked for.
    public void UseKey(string? key)
    {
        if (key is null)
            return;
        (Key, Source) = (key, KeySource.Stored);
        if (options.UseSandbox && !options.SandboxGivesWay)
            return;
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

/// Where the key comes from.
public enum KeySource { None, Setting, Stored }
