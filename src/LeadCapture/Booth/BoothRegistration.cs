namespace LeadCapture.Booth;

public static class BoothRegistration
{
    public static void AddBooth(this IServiceCollection services) =>
        services.AddSingleton<BoothShell>().AddSingleton<EventKeys>().AddScoped<DeviceDoor>().AddScoped<Uploads>().AddScoped<CaptureOpener>()
            .AddScoped<KeptCaptures>();
}
