using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SoundFoundry.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Renditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "artifact_brightness",
                table: "late_results",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "artifact_energy",
                table: "late_results",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "artifact_musical_key",
                table: "late_results",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "artifact_brightness",
                table: "jobs",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "artifact_energy",
                table: "jobs",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "artifact_musical_key",
                table: "jobs",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "renditions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    job_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, defaultValue: "PENDING"),
                    fence = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    bytes = table.Column<long>(type: "bigint", nullable: true),
                    error_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    trace_parent = table.Column<string>(type: "character varying(55)", maxLength: 55, nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renditions", x => x.id);
                    table.ForeignKey(
                        name: "fk_renditions_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_renditions_job_id_kind",
                table: "renditions",
                columns: new[] { "job_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_renditions_made",
                table: "renditions",
                column: "asked_at",
                filter: "state = 'MADE'");

            migrationBuilder.CreateIndex(
                name: "ix_renditions_pending",
                table: "renditions",
                column: "id",
                filter: "state = 'PENDING'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "renditions");

            migrationBuilder.DropColumn(
                name: "artifact_brightness",
                table: "late_results");

            migrationBuilder.DropColumn(
                name: "artifact_energy",
                table: "late_results");

            migrationBuilder.DropColumn(
                name: "artifact_musical_key",
                table: "late_results");

            migrationBuilder.DropColumn(
                name: "artifact_brightness",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "artifact_energy",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "artifact_musical_key",
                table: "jobs");
        }
    }
}
