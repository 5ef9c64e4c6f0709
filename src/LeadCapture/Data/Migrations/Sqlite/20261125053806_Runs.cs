using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "run_id",
                table: "corrections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    ordered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    filter = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    fix = table.Column<string>(type: "TEXT", nullable: true),
                    of_run = table.Column<int>(type: "INTEGER", nullable: true),
                    cursor = table.Column<byte[]>(type: "BLOB", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    under_way = table.Column<int>(type: "INTEGER", nullable: false),
                    succeeded = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    stage_begun = table.Column<int>(type: "INTEGER", nullable: false),
                    stage_failed = table.Column<int>(type: "INTEGER", nullable: false),
                    stopped = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    worker = table.Column<byte[]>(type: "BLOB", nullable: true),
                    worked_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run_leads",
                columns: table => new
                {
                    run_id = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_leads", x => new { x.run_id, x.place });
                    table.ForeignKey(
                        name: "FK_run_leads_leads_lead_id",
                        column: x => x.lead_id,
                        principalTable: "leads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_leads_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_run_id",
                table: "corrections",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_lead_id",
                table: "run_leads",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_run_id_state_place",
                table: "run_leads",
                columns: new[] { "run_id", "state", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_leads");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropIndex(
                name: "IX_corrections_run_id",
                table: "corrections");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "corrections");
        }
    }
}
