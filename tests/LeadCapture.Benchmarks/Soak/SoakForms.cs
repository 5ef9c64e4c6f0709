using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Benchmarks.Soak;

/// The forms that people fill in. Their contacts join a list and leave other sequences for one of ours: the order that Reply.io does
/// not keep anybody from giving twice.
public static class SoakForms
{
    public const string Creating = "contact";

    /// Looks for the person first, and changes the contact that is there.
    public const string Updating = "contact-update";

    /// Before anybody comes, in a store that a node has made.
    public static async Task<Destination> Publish(World world)
    {
        var destination = new Destination(world.ReplyIo.State.AddSequence("Soak"), world.ReplyIo.State.AddList("Soak"));
        await Import(world, destination);
        // A file of SQLite that is put back later must not be open here.
        SqliteConnection.ClearAllPools();
        return destination;
    }

    private static async Task Import(World world, Destination destination)
    {
        await using var db = OfflineDb.Open([.. world.StoreSettings.Select(setting => $"--{setting.Name}={setting.Value}")]);
        var (clock, drafts) = (TimeProvider.System, new Drafts(db, TimeProvider.System));
        var form = (await drafts.Find(Creating))!.Definition with
        {
            AfterDelivery = new()
            {
                SequenceId = destination.SequenceId,
                ListIds = [destination.ListId],
                InOtherSequence = OtherSequence.Move,
            },
        };
        var import = new FormImport(db, drafts, new(db, clock));
        await import.Add(Creating, form, publish: true, "The soak");
        await db.SaveChangesAsync();
        await import.Add(Updating, form with { ExistingContact = ExistingContact.Update }, publish: true, "The soak");
        await db.SaveChangesAsync();
    }
}

/// Where every contact of a soak goes.
public sealed record Destination(int SequenceId, int ListId);
