using LeadCapture.Alerts.Notices;

namespace LeadCapture.Alerts;

public static class AlertsRegistration
{
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<Mailer>().AddSingleton<ChatWebhook>().AddSingleton<AlertSender>();
        services.AddSingleton<LeadLinks>().AddSingleton<NoticeMessages>().AddSingleton<NoticeSender>();
        services.AddSingleton<NoticeWatch>().AddHostedService(provider => provider.GetRequiredService<NoticeWatch>());
        services.AddSingleton<AlertWatch>().AddHostedService(provider => provider.GetRequiredService<AlertWatch>());
    }
}
