using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Leads;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

public static class DeliveriesRegistration
{
    public static void AddDeliveries(this IServiceCollection services, ReplyOptions options)
    {
        services.AddSingleton(new CallSlots(options.MaxConcurrentCalls));
        services.AddSingleton(new RetrySchedule(options.RetryBaseDelay, options.UnconfirmedWait));
        services.AddSingleton<ReplyIoAccount>().AddSingleton<LocalSandbox>().AddSingleton<SecretBox>();
        services.AddSingleton<OverdueTimes>().AddSingleton<DeliveryClaimer>().AddSingleton<BatchWriter>().AddSingleton<Restoration>();
        services.AddSingleton<GateLog>().AddSingleton<OutcomeNotifier>().AddSingleton<DeliveryRecovery>();
        services.AddSingleton(provider => new DeliveryQueue(
            provider.GetRequiredService<BatchWriter>(), provider.GetRequiredService<CallSlots>(), provider.GetRequiredService<GateLog>(),
            provider.GetRequiredService<StoreMark>(), new(provider.GetRequiredService<Dispatcher>),
            provider.GetRequiredService<DeliverySignal>()));
        services.AddSingleton<Arrivals>().AddSingleton<FormArrivals>().AddSingleton<Figures>();
        services.AddSingleton<AttemptMeter>().AddSingleton<EventNotes>().AddSingleton<Deliverer>().AddSingleton<Dispatcher>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<AccountCalls>();
        services.AddSingleton<GateSwitch>().AddScoped<Resubmission>();
        services.AddSingleton<KeyWatch>().AddHostedService(provider => provider.GetRequiredService<KeyWatch>());
        services.AddSingleton<DeliveryWorker>().AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
    }
}
