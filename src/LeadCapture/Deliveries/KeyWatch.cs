using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// The stored key may be replaced at any time, also by another node: looks for it every few seconds. Compares what is stored
/// as it stands, and opens it only when it has changed.
public sealed partial class KeyWatch(
    SecretBox secrets, ReplyIoAccount account, DeliveryWorker worker, TimeProvider clock, ILogger<KeyWatch> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private string? seen;

    public async Task Look()
    {
        var stored = await secrets.Sealed(SecretBox.ReplyApiKey);
        if (stored is null || stored == seen)
            return;
        account.UseKey(secrets.Open(SecretBox.ReplyApiKey, stored));
        seen = stored;
        worker.Wake();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Alone on its data, a program hears of every change itself.
        if (!secrets.IsShared)
            return;
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryLook();
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private async Task TryLook()
    {
        try
        {
            await Look();
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

    [LoggerMessage(LogLevel.Warning, "Looking for a new API key failed; the next look is in a few seconds")]
    private partial void LookFailed(Exception fault);
}
