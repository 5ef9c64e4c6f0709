using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// The stored key, and where it goes, may be replaced at any time, also by another node: looks for it every few seconds. Compares
/// what is stored as it stands, and opens it only when it has changed.
public sealed partial class KeyWatch(
    SecretBox secrets, ReplyIoAccount account, GateSwitch gate, TimeProvider clock, ILogger<KeyWatch> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private string? seen;

    /// True where it has changed.
    public async Task<bool> Look()
    {
        await oneAtATime.WaitAsync();
        try
        {
            var stored = await secrets.Sealed(SecretBox.ReplyApiKey);
            if (stored == seen)
                return false;
            account.Use(stored is null ? null : StoredAccount.Parse(secrets.Open(SecretBox.ReplyApiKey, stored)));
            seen = stored;
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// Each node tries at once with what it has taken over: one that had not yet may have tried in vain.
    public async Task TakeOver()
    {
        if (await Look())
            await gate.TryNow();
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Alone on its data, a program hears of every change itself.
        if (!secrets.IsShared)
            return;
        await clock.Every(Pause, TryTakeOver, stoppingToken);
    }

    private async Task TryTakeOver()
    {
        try
        {
            await TakeOver();
        }
        catch (SettingException fault)
        {
            CannotOpen(fault.Message);
        }
        catch (Exception fault)
        {
            LookFailed(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void CannotOpen(string problem);

    [LoggerMessage(LogLevel.Warning, "Checking for a new API key failed; retrying in a few seconds")]
    private partial void LookFailed(Exception fault);
}
