namespace LeadCapture.Submissions.Spam;

public static class SpamRegistration
{
    public static IServiceCollection AddSpamCheck(this IServiceCollection services) => services
        .AddSingleton<SpamCheck>().AddSingleton<PageStamps>().AddSingleton<SpamLists>()
        .AddSingleton<ISpamSign, TrapSign>().AddSingleton<ISpamSign, StampSign>().AddSingleton<ISpamSign, LinkSign>()
        .AddSingleton<ISpamSign, NameSign>().AddSingleton<ISpamSign, WordSign>().AddSingleton<ISpamSign, DomainSign>()
        .AddSingleton<ISpamSign, RepetitionSign>().AddSingleton<ISpamSign, FloodSign>();
}
