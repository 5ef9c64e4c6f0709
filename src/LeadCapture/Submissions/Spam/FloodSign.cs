namespace LeadCapture.Submissions.Spam;

/// One network that sends a form again and again, and a form that gets more than usual. A fair has one address for everybody, so this is
/// the weakest of signs: it only adds to others. A form that people write themselves may come by a server of theirs, for everybody.
public sealed class FloodSign(TimeProvider clock) : ISpamSign
{
    private const int Many = 10, ManyOfForm = 60;

    private readonly RecentCounts<(int Form, string Network)> networks = new(TimeSpan.FromMinutes(5), most: 20_000, clock);
    private readonly RecentCounts<int> forms = new(TimeSpan.FromMinutes(1), most: 1000, clock);

    public void Look(Suspect suspect)
    {
        if (suspect is not { HasPage: true, Stamp: { IsValid: true } or { IsForged: true }, Origin.Sender: { } sender })
            return;
        var ofNetwork = networks.Add((suspect.Form.Id, Networks.Of(sender)));
        if (ofNetwork > Many)
            suspect.Adds(SpamSignKind.BusySender, 1, ofNetwork.ToString(InvariantCulture));
        if (forms.Add(suspect.Form.Id) > ManyOfForm)
            suspect.Adds(SpamSignKind.BusyForm, 1);
    }
}
