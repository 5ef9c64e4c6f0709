using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

public static class DeliveriesRegistration
{
    public static void AddDeliveries(this IServiceCollection services, ReplyOptions options)
    {
        services.AddSingleton(new Slots(options.MaxConcurrentCalls));
        services.AddSingleton(new RetrySchedule(options.RetryBaseDelay, options.UnconfirmedWait));
        services.AddSingleton<ReplyIoAccount>().AddSingleton<LocalSandbox>().AddSingleton<SecretBox>();
        services.AddSingleton<OverdueTimes>().AddSingleton<Claiming>().AddSingleton<BatchWriter>().AddSingleton<Restoration>();
        services.AddSingleton<GateLog>().AddSingleton<Ledger>().AddSingleton<Outcomes>();
        services.AddSingleton<Arrivals>().AddSingleton<Figures>();
        services.AddSingleton<Deliverer>().AddSingleton<Dispatcher>();
        services.AddSingleton<GateSwitch>().AddScoped<Resubmission>();
        services.AddSingleton<KeyWatch>().AddHostedService(provider => provider.GetRequiredService<KeyWatch>());
        services.AddSingleton<DeliveryWorker>().AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
    }
}
