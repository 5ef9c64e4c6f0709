using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Where leads go and with which key, as of this moment: read when sending, never when queueing.
public sealed class ReplyIoAccount
{
    /// It takes any. A common word would be hidden as a key wherever an answer has it.
    private const string SandboxKey = "any-key-will-do";

    private readonly ReplyOptions options;
    private volatile ReplyIoConnection? current;
    private Uri? sandbox;

    public ReplyIoAccount(ReplyOptions options)
    {
        this.options = options;
        Connect();
    }

    public ReplyIoConnection? Current => current;

    /// False: no key and no sandbox. Leads are kept until there is one.
    public bool Ready => current is not null;

    /// The local Reply.io that stands in; null where leads go to the real one.
    public Uri? Sandbox { get; private set; }

    /// Whether it is to stand in: a stored key ends the sandbox of Development, but not one that was asked for.
    public bool WantsSandbox => options.UseSandbox && !(options.SandboxGivesWay && Key is not null);

    public StoredAccount? Stored { get; private set; }

    /// The key that is used, or would be without the sandbox.
    public string? Key => Stored?.Key ?? options.ApiKey;

    public KeySource Source => Stored is not null ? KeySource.Stored : Key is null ? KeySource.None : KeySource.Setting;
    public Uri BaseUrl => Stored?.BaseUrl ?? options.BaseUrl;
    public ApiVersion Version => Stored?.Version ?? options.ApiVersion;

    public AuthorizationScheme Authorization => Stored?.Authorization
        ?? (Version == options.ApiVersion ? options.Authorization : ReplyOptions.UsualAuthorization(Version));

    /// What is stored; null: all is as the settings file says.
    public void Use(StoredAccount? stored)
    {
        Stored = stored;
        Connect();
    }

    public void UseSandbox(Uri address)
    {
        sandbox = address;
        Connect();
    }

    private void Connect()
    {
        Sandbox = WantsSandbox ? sandbox : null;
        current = WantsSandbox
            ? Sandbox is { } address ? new(address, Version, Authorization, SandboxKey) : null
            : Key is { } key ? new(BaseUrl, Version, Authorization, key) : null;
    }
}

/// Where the key comes from.
public enum KeySource { None, Setting, Stored }
