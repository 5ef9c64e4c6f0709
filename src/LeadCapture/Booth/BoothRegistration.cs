namespace LeadCapture.Booth;

public static class BoothRegistration
{
    public static void AddBooth(this IServiceCollection services) =>
        services.AddSingleton<BoothShell>().AddSingleton<EventKeys>().AddSingleton<StaffPins>().AddSingleton<AttractReading>()
            .AddScoped<DeviceDoor>().AddScoped<Uploads>().AddScoped<EarlierCaptures>()
            .AddScoped<BoothSetups>().AddScoped<CaptureOpener>().AddScoped<CardPhotos>().AddScoped<KeptCaptures>();
}
