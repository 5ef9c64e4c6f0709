using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Deliveries;

/// Texts of Reply.io that a database does not store.
public class UnstorableTests
{
    private const string Ann = "ann@example.com";

    [Theory]
    [InlineData(Garbling.Nul, Scene.Normal, DeliveryState.Delivered)]
    [InlineData(Garbling.HalfPair, Scene.Normal, DeliveryState.Delivered)]
    [InlineData(Garbling.Nul, Scene.Refuse, DeliveryState.NeedsAttention)]
    [InlineData(Garbling.HalfPair, Scene.Refuse, DeliveryState.NeedsAttention)]
    public async Task What_cannot_be_stored_of_an_answer_is_left_out_and_the_rest_counts(Garbling garbling, Scene scene, DeliveryState state)
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(new(scene, Garbled: garbling));

        await app.Submits(Ann);
        await app.Reaches(Ann, state);

        Assert.Equal(1, app.ReplyIo.State.Received);
        Assert.NotNull(Assert.Single(await app.AttemptsOf(Ann)).EndedAt);
    }

    [Theory]
    [InlineData(Scene.Normal, DeliveryState.Delivered)]
    [InlineData(Scene.Refuse, DeliveryState.NeedsAttention)]
    public async Task A_record_that_the_database_refuses_for_its_words_is_stored_without_them(Scene scene, DeliveryState state)
    {
        // SQLite stores any text.
        if (!TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start();
        await app.Query(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE FUNCTION refuse_words() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'no such letter here' USING ERRCODE = '22P05'; END $$;
            CREATE TRIGGER refuse BEFORE UPDATE ON deliveries FOR EACH ROW
            WHEN (NEW.contact_json LIKE '%firstName%' OR NEW.problems IS NOT NULL) EXECUTE FUNCTION refuse_words();
            """));
        app.ReplyIo.State.Play(scene);

        await app.Submits(Ann);
        await app.Reaches(Ann, state);

        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal((1, null), ((int)app.ReplyIo.State.Received, delivery.Problems));
        if (state == DeliveryState.Delivered)
            Assert.Equal(delivery.ContactId, Contact.Parse(delivery.ContactJson)!.Id);
        else
            Assert.Contains("cannot store", delivery.Reason, StringComparison.Ordinal);
    }
}
