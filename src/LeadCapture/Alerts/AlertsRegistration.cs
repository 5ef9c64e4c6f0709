namespace LeadCapture.Alerts;

public static class AlertsRegistration
{
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<Mailer>().AddSingleton<Webhook>().AddSingleton<AlertSender>();
        services.AddSingleton<AlertWatch>().AddHostedService(provider => provider.GetRequiredService<AlertWatch>());
    }
}
